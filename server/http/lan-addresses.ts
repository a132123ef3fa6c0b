import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[]>;

/** Interfaces of containers, virtual machines and tunnels: nobody in the room reaches those. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|cni|flannel|tailscale|wg|tun|tap|utun|zt|lxc|podman)/i;
/** RFC 1918: networks of a house or school. */
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
/** RFC 3927: nobody gave this machine an address; no other finds it. */
const SELF_GIVEN = /^169\.254\./;

/** IPv4 addresses under which others in the local network reach this machine, the likeliest first. */
export function lanAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !SELF_GIVEN.test(address))
      .map(({ address }) => ({ address, rank: (VIRTUAL.test(name) ? 2 : 0) + (PRIVATE.test(address) ? 0 : 1) }))
  );
  return found.sort((a, b) => a.rank - b.rank).map(({ address }) => address);
}
