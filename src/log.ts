/** One line for the operator, on standard error, with the time in UTC. */
export function log(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line.replace(/\s*\n\s*/g, ' | ')}\n`);
}
