import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../harness/project-root.ts';
import type { Measurement, Suite } from './suite.ts';

/** The table of a suite as text with aligned columns, for terminals and Markdown. */
export function toTable(measurements: readonly Measurement[]): string {
  const rows = [
    ['measured', 'unit', 'runs', 'min', 'p50', 'p95', 'p99', 'max', 'compared to'],
    ...measurements.map(({ name, unit, value, comparedTo }) => [
      name,
      unit,
      String(value.runs),
      ...[value.min, value.p50, value.p95, value.p99, value.max].map(toFigure),
      comparedTo ?? '',
    ]),
  ];
  const widths = (rows[0] as string[]).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** Writes `bench/results/<suite>.json`: the figures, the machine and the versions. */
export function writeResult(suite: Suite, measurements: readonly Measurement[], measuredAt: Date): string {
  const directory = join(projectRoot, 'bench/results');
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${suite.name}.json`);
  const result = {
    suite: suite.name,
    description: suite.description,
    measuredAt,
    machine: machine(),
    versions: versions(),
    measurements,
  };
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}

function toFigure(value: number): string {
  return value >= 100 || Number.isInteger(value)
    ? String(Math.round(value))
    : value.toFixed(value >= 10 ? 1 : 2);
}

function machine() {
  return {
    cores: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
  };
}

function versions() {
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const named = ['@pulumi/pulumi', '@pulumi/cloudflare', 'miniflare', '@restatedev/restate-server'];
  return { node: process.version, ...Object.fromEntries(named.map((name) => [name, dependencies[name]])) };
}
