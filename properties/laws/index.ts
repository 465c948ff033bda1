import type { Law } from "../../src/checks/law.ts";
import { adjointIdentity } from "./adjoint-identity.ts";
import { argumentSubsets } from "./argument-subsets.ts";
import { batchEquivariance } from "./batch-equivariance.ts";
import { batchedJacobian } from "./batched-jacobian.ts";
import { chainRule } from "./chain-rule.ts";
import { cotangentLinearity } from "./cotangent-linearity.ts";
import { differenceAgreement } from "./difference-agreement.ts";
import { fanOut } from "./fan-out.ts";
import { fourthDerivativeAgreement } from "./fourth-derivative-agreement.ts";
import { fourthOrderModes } from "./fourth-order-modes.ts";
import { gradientShapes } from "./gradient-shapes.ts";
import { hessianColumns } from "./hessian-columns.ts";
import { hessianSymmetry } from "./hessian-symmetry.ts";
import { homogeneity } from "./homogeneity.ts";
import { hvpAgreement } from "./hvp-agreement.ts";
import { hvpLinearity } from "./hvp-linearity.ts";
import { inversePairs } from "./inverse-pairs.ts";
import { jacobianAgreement } from "./jacobian-agreement.ts";
import { jacobianRows } from "./jacobian-rows.ts";
import { meanCotangent } from "./mean-cotangent.ts";
import { noEffects } from "./no-effects.ts";
import { ownDifferences } from "./own-differences.ts";
import { permutationEquivariance } from "./permutation-equivariance.ts";
import { plainCotangents } from "./plain-cotangents.ts";
import { productRule } from "./product-rule.ts";
import { repeatability } from "./repeatability.ts";
import { reshapeEquivariance } from "./reshape-equivariance.ts";
import { sameRefusals } from "./same-refusals.ts";
import { secondDifferenceAgreement } from "./second-difference-agreement.ts";
import { secondOrderModes } from "./second-order-modes.ts";
import { sharedInput } from "./shared-input.ts";
import { shiftInvariance } from "./shift-invariance.ts";
import { subgradient } from "./subgradient.ts";
import { sumRule } from "./sum-rule.ts";
import { unusedInput } from "./unused-input.ts";
import { thirdDerivativeAgreement } from "./third-derivative-agreement.ts";
import { thirdDifferenceAgreement } from "./third-difference-agreement.ts";
import { thirdOrderModes } from "./third-order-modes.ts";
import { valueAgreement } from "./value-agreement.ts";
import { vjpAgreement } from "./vjp-agreement.ts";
import { zeroCotangent } from "./zero-cotangent.ts";

/** Every law, in the order in which they are tried: what is most telling first. */
export const laws: readonly Law[] = [
  valueAgreement,
  sameRefusals,
  gradientShapes,
  vjpAgreement,
  subgradient,
  differenceAgreement,
  ownDifferences,
  plainCotangents,
  jacobianRows,
  batchedJacobian,
  meanCotangent,
  cotangentLinearity,
  zeroCotangent,
  adjointIdentity,
  jacobianAgreement,
  homogeneity,
  shiftInvariance,
  inversePairs,
  argumentSubsets,
  sharedInput,
  unusedInput,
  chainRule,
  sumRule,
  productRule,
  fanOut,
  permutationEquivariance,
  reshapeEquivariance,
  batchEquivariance,
  repeatability,
  noEffects,
  hvpAgreement,
  secondDifferenceAgreement,
  secondOrderModes,
  hessianColumns,
  hvpLinearity,
  hessianSymmetry,
  thirdDerivativeAgreement,
  thirdDifferenceAgreement,
  thirdOrderModes,
  fourthDerivativeAgreement,
  fourthOrderModes,
];
