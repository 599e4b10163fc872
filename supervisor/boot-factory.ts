import type { Endpoints } from '../system/home/endpoints.ts';
import type { FreeholdHome } from '../system/home/home.ts';
import { ensureSecrets, type Secrets } from '../system/home/secrets.ts';
import type { Output } from '../system/output.ts';
import type { CloudReady, PartProgress, ServiceReady } from '../system/part-messages.ts';
import { printProgress } from '../toolchain/progress.ts';
import { ensurePulumi } from '../toolchain/pulumi.ts';
import { type BootReport, createBootReport, silentReport, timed } from './boot-report.ts';
import type { Part } from './part.ts';
import { type PartContext, startCloudPart, startServicePart } from './parts.ts';
import { type PortPlan, portsOf } from './port-plan.ts';
import type { FactoryPorts } from './ports.ts';

/** How to start a factory. */
export interface BootArgs {
  readonly home: FreeholdHome;
  readonly env: NodeJS.ProcessEnv;
  readonly output: Output;
  readonly headless: boolean;
  readonly ports: FactoryPorts;
  /** Called when a part has crashed so often that the factory cannot continue. */
  onGivenUp(reason: string): void;
}

/** A factory that responds to requests. */
export interface Booted {
  readonly endpoints: Endpoints;
  readonly secrets: Secrets;
}

/** A factory that starts or runs. */
export interface BootingFactory {
  readonly ready: Promise<Booted>;
  /** Stops all parts in reverse order, including those that are still starting. */
  stop(): Promise<void>;
}

/** Starts all parts: the toolchain and the local cloud in parallel, then the service, which deploys the platform. */
export function bootFactory(args: BootArgs): BootingFactory {
  const { home, env, output, headless, ports, onGivenUp } = args;
  const report = headless ? silentReport : createBootReport(output);
  const parts: Part<unknown>[] = [];
  let stopped = false;
  const begin = async <Ready>(name: PortPlan['part'], start: () => Part<Ready>): Promise<Ready> => {
    await ports.release(portsOf(name));
    // A part that begins after the stop would keep running.
    if (stopped) throw new Error('the start was interrupted');
    const part = start();
    parts.push(part);
    return part.ready;
  };

  const boot = async (): Promise<Booted> => {
    const secrets = await ensureSecrets(home);
    const context: PartContext = {
      home,
      env,
      secrets,
      ports: ports.ports,
      onGivenUp,
      onRestart: (reason) => output.write(`  ${reason}: restarting it\n`),
      onProgress: (progress) => reportStep(report, progress),
    };
    const [pulumi, cloud] = await Promise.all([
      timed(
        report,
        'pulumi',
        () => ensurePulumi({ env, onProgress: printProgress((line) => output.write(`  ${line}\n`)) }),
        ({ version, path }) => `${version} at ${path}`,
      ),
      timed(report, 'local cloud', () => begin('cloud', () => startCloudPart(context))),
    ]);
    const service = await timed(report, 'automation service', () =>
      begin('service', () => startServicePart(context, cloud, pulumi.path)),
    );
    return { endpoints: toEndpoints(cloud, service, secrets), secrets };
  };

  const ready = boot();
  // After an early stop no caller awaits it.
  ready.catch(() => {});
  return {
    ready,
    async stop() {
      stopped = true;
      for (const part of parts.reverse()) await part.stop();
    },
  };
}

function reportStep(report: BootReport, { step, status, detail, ms }: PartProgress): void {
  if (status === 'done') report.done(`  ${step}`, ms, detail);
}

function toEndpoints(cloud: CloudReady, service: ServiceReady, secrets: Secrets): Endpoints {
  return {
    edge: cloud.edge,
    // The edge uses its own address for the public zone, which contains the platform.
    platform: cloud.edge,
    automation: service.automation,
    cloudflareApi: cloud.cloudflareApi,
    cloudflareAccountId: secrets.cloudflareAccountId,
    cloudflareApiToken: secrets.cloudflareApiToken,
    issuer: cloud.issuer,
    restate: service.restate,
    zone: cloud.zone,
    accountsZone: cloud.accountsZone,
  };
}
