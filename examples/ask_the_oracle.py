"""Asks the reference oracle for derivatives of a small network: python3 ask_the_oracle.py npx cotangent serve"""
import json, subprocess, sys

oracle = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

def ask(method, **params):
    print(json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}), file=oracle.stdin, flush=True)
    answer = json.loads(oracle.stdout.readline())
    return answer["result"] if "result" in answer else sys.exit(answer["error"]["message"])

def array(*rows):
    return {"shape": [len(rows), len(rows[0])], "data": [x for row in rows for x in row]}

inputs = {"X": array([0.1, 0.2, 0.3], [0.4, 0.6, 0.8]), "y": array([0, 1]),
          "W": array([0.06167725846171379, 0.6213173270225525, -0.4519059658050537]),
          "b": array([0.6613521575927734, 0.266924113035202])}
# losses = (y - sigmoid(W X^T + b))^2
steps = [("Xt", "permute_dims", "X"), ("WX", "matmul", "W", "Xt"), ("z", "add", "WX", "b"),
         ("p", "sigmoid", "z"), ("r", "subtract", "y", "p"), ("losses", "square", "r")]
steps = [{"out": out, "op": op, "in": names} for out, op, *names in steps]
steps[0]["attrs"] = {"axes": [1, 0]}
at = {"program": {"inputs": [*inputs], "steps": steps, "outputs": ["losses"]}, "inputs": inputs, "wrt": ["W", "b"]}
halves = {"losses": array([0.5, 0.5])}  # what avg_loss.backward() passes on
gradients = ask("vjp", **at, cotangents=halves)["gradients"]
jacobian = ask("jacobian", **at)["jacobians"]["losses"]["W"]
product = ask("hvp", **at, cotangents=halves, tangents={"W": array([1, -2, 0.5])})["products"]["W"]
for name, x in [("W.grad", gradients["W"]), ("b.grad", gradients["b"]), ("Jacobian", jacobian), ("Hessian", product)]:
    print(name, *(f"{value:.6f}" for value in x["data"]))
oracle.stdin.close(), sys.exit(oracle.wait())
