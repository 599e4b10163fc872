/** Names that a firm cannot have: the platform uses them, may use them later, or could be mistaken for their owner. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  (
    'a abuse access account accounts admin administrator api app apps assets auth autoconfig autodiscover billing blog ' +
    'bucket cdn checkout cloud console dashboard database demo dev developer developers dns docs download edge email ' +
    'events example files freehold ftp gateway graphql health help home host hostmaster id identity imap img internal ' +
    'invite issuer jobs legal livez local localhost login logout mail marketplace media metrics mta-sts mx news noreply ' +
    'ns ns1 ns2 null oauth oidc old operations operator origin partners pay platform pop portal postmaster preview ' +
    'privacy prod production proxy providers public readyz register registry release releases root router sandbox ' +
    'search secure security settings signin signup smtp ssl sso staging static stats status store support sysadmin ' +
    'system team test tls token undefined update v1 v2 v3 vpn web webhook webhooks webmaster webmail wildcard worker ' +
    'workers wpad ws www'
  ).split(' '),
);
