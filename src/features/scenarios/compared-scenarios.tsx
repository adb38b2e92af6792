export function ComparedScenarios() {
  return null;
}
