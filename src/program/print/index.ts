export const printTfjs=(...a: unknown[]): string=>"";export const printTorch=(...a: unknown[]): string=>"";export const printJax=(...a: unknown[]): string=>"";
