export function MarginalRanking() {
  return null;
}
