// @ts-check

/**
 * A wheel on PyPI that holds TensorFlow's C API, pinned by its hash.
 *
 * @typedef {object} Wheel
 * @property {string} distribution
 * @property {string} version
 * @property {string} platform the platform tag that pip is asked for
 * @property {string} file
 * @property {string} sha256
 * @property {number} bytes
 * @property {Readonly<Record<string, number>>} libraries the libraries it holds, by soname, and their sizes
 */

/** Any Python 3 can fetch these: the tag only chooses a file, and no Python code of it is run. */
export const PYTHON_TAG = "311";

const VERSION = "2.21.0";

/** @type {Readonly<Record<string, Wheel>>} */
export const WHEELS = {
  "linux-x64": {
    distribution: "tensorflow-cpu",
    version: VERSION,
    platform: "manylinux_2_27_x86_64",
    file: `tensorflow_cpu-${VERSION}-cp311-cp311-manylinux_2_27_x86_64.whl`,
    sha256: "2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c",
    bytes: 273_829_956,
    libraries: { "libtensorflow_cc.so.2": 788_086_608, "libtensorflow_framework.so.2": 65_222_328 },
  },
  // There is no tensorflow-cpu for this platform; its tensorflow is built for the CPU.
  "linux-arm64": {
    distribution: "tensorflow",
    version: VERSION,
    platform: "manylinux_2_27_aarch64",
    file: `tensorflow-${VERSION}-cp311-cp311-manylinux_2_27_aarch64.whl`,
    sha256: "4b24aca16d527a3cf1c37f720c04c484c3d20f4d0fdfa98632ac8b9f3be6eb5c",
    bytes: 281_828_020,
    libraries: { "libtensorflow_cc.so.2": 814_885_544, "libtensorflow_framework.so.2": 68_176_664 },
  },
};

/** What is unpacked of a wheel: the libraries, and the headers that the C API reaches. */
export const HEADERS = [
  "tensorflow/include/tensorflow/c/",
  "tensorflow/include/tensorflow/core/platform/ctstring",
  "tensorflow/include/tsl/platform/ctstring",
  "tensorflow/include/xla/tsl/c/",
];

/**
 * The wheel for a machine, if there is one. It needs glibc (2.27 or newer), which musl systems such as Alpine lack.
 *
 * @param {{ platform: string, arch: string, glibc: string | undefined }} machine
 */
export function wheelFor({ platform, arch, glibc }) {
  if (platform !== "linux" || glibc === undefined) return undefined;
  const [major = 0, minor = 0] = glibc.split(".").map(Number);
  return major > 2 || (major === 2 && minor >= 27) ? WHEELS[`${platform}-${arch}`] : undefined;
}

/** This machine, as `wheelFor` asks. */
export function thisMachine() {
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return { platform: process.platform, arch: process.arch, glibc: report.header.glibcVersionRuntime };
}
