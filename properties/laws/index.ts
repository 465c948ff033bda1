import type { Law } from "../../src/checks/law.ts";
import { adjointIdentity } from "./adjoint-identity.ts";
import { batchedJacobian } from "./batched-jacobian.ts";
import { cotangentLinearity } from "./cotangent-linearity.ts";
import { differenceAgreement } from "./difference-agreement.ts";
import { fourthDerivativeAgreement } from "./fourth-derivative-agreement.ts";
import { fourthOrderModes } from "./fourth-order-modes.ts";
import { gradientShapes } from "./gradient-shapes.ts";
import { hvpAgreement } from "./hvp-agreement.ts";
import { jacobianRows } from "./jacobian-rows.ts";
import { meanCotangent } from "./mean-cotangent.ts";
import { secondDifferenceAgreement } from "./second-difference-agreement.ts";
import { secondOrderModes } from "./second-order-modes.ts";
import { subgradient } from "./subgradient.ts";
import { thirdDerivativeAgreement } from "./third-derivative-agreement.ts";
import { thirdDifferenceAgreement } from "./third-difference-agreement.ts";
import { thirdOrderModes } from "./third-order-modes.ts";
import { valueAgreement } from "./value-agreement.ts";
import { vjpAgreement } from "./vjp-agreement.ts";
import { zeroCotangent } from "./zero-cotangent.ts";

/** Every law, in the order in which they are tried: what is most telling first. */
export const laws: readonly Law[] = [
  valueAgreement,
  gradientShapes,
  vjpAgreement,
  subgradient,
  differenceAgreement,
  jacobianRows,
  batchedJacobian,
  meanCotangent,
  cotangentLinearity,
  zeroCotangent,
  adjointIdentity,
  hvpAgreement,
  secondDifferenceAgreement,
  secondOrderModes,
  thirdDerivativeAgreement,
  thirdDifferenceAgreement,
  thirdOrderModes,
  fourthDerivativeAgreement,
  fourthOrderModes,
];
