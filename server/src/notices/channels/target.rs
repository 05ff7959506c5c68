//! Where a call may go. An address that leads to this machine, to nobody or to everybody is a mistake in the settings, or
//! somebody's trick: it is refused before anything is sent.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use tokio::net::lookup_host;

/// The addresses of a host that may be called.
///
/// # Errors
/// A code: there is no such host, or none of its addresses is sensible.
pub(super) async fn addresses(host: &str, port: u16, loopback: bool) -> Result<Vec<SocketAddr>, &'static str> {
    let found: Vec<SocketAddr> = lookup_host((host, port)).await.map_err(|_| "no_such_host")?.collect();
    if found.is_empty() {
        return Err("no_such_host");
    }
    let sensible: Vec<SocketAddr> = found.into_iter().filter(|address| is_sensible(address.ip(), loopback)).collect();
    if sensible.is_empty() { Err("blocked_target") } else { Ok(sensible) }
}

fn is_sensible(ip: IpAddr, loopback: bool) -> bool {
    match ip {
        IpAddr::V4(ip) => v4(ip, loopback),
        IpAddr::V6(ip) => ip.to_ipv4_mapped().map_or_else(|| v6(ip, loopback), |ip| v4(ip, loopback)),
    }
}

/// Private networks are where a county's gateways are.
fn v4(ip: Ipv4Addr, loopback: bool) -> bool {
    let nowhere = ip.octets()[0] == 0 || ip.is_multicast() || ip.is_broadcast() || ip.is_link_local() || ip.is_documentation();
    !nowhere && (loopback || !ip.is_loopback())
}

fn v6(ip: Ipv6Addr, loopback: bool) -> bool {
    let documentation = ip.segments()[..2] == [0x2001, 0x0db8];
    let nowhere = ip.is_unspecified() || ip.is_multicast() || ip.is_unicast_link_local() || documentation;
    !nowhere && (loopback || !ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_sensible;

    #[test]
    fn this_machine_nobody_and_everybody_are_not_called() {
        for ip in [
            "127.0.0.1",
            "0.0.0.0",
            "0.1.2.3",
            "169.254.169.254",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "::",
            "::1",
            "fe80::1",
            "ff02::1",
            "2001:db8::1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
        ] {
            assert!(!is_sensible(ip.parse().unwrap(), false), "{ip}");
        }
        for ip in ["10.1.2.3", "172.16.0.9", "192.168.1.1", "111.1.2.3", "2400:3200::1", "fd00::1"] {
            assert!(is_sensible(ip.parse().unwrap(), false), "{ip}");
        }
        for ip in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
            assert!(is_sensible(ip.parse().unwrap(), true), "{ip}");
        }
        assert!(!is_sensible("169.254.169.254".parse().unwrap(), true));
    }
}
