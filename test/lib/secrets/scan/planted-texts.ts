import { base64, FAKE, privateKey, type Row, texts } from './rows';

const { password, secret, hex } = FAKE;
const letters = 'FakeFakeFake0123456789FakeFakeFake012345';
const jwt = [base64('{"alg":"HS256"}'), base64('{"sub":"fake-user"}'), 'fake-signature']
  .join('.')
  .replaceAll('=', '');

const CLOUDS = `clouds:
  openstack:
    auth:
      auth_url: https://cloud.example
      username: fake
      password: ${password}
`;

/** Secrets in settings of clouds. */
export const PLANTED_CLOUDS: readonly Row[] = texts({
  'a clouds.yaml with a password': CLOUDS,
  'a clouds.yaml with CRLF': CLOUDS.replaceAll('\n', '\r\n'),
  'a clouds.yaml in flow style': `clouds: {a: {auth: {password: ${password}}}}`,
  'a clouds.yaml with an anchor': `x-auth: &auth\n  application_credential_secret: ${secret}\nclouds:\n  a:\n    auth: *auth\n`,
  'a clouds.yaml with comments': CLOUDS.replace('auth:', 'auth: # the way in\n# more\n'),
  'a clouds.yaml with quoted keys': CLOUDS.replace('password:', '"password" :'),
  'a clouds.yaml behind another document': `kind: Nothing\n---\n${CLOUDS}`,
  'a clouds.yaml as JSON': `{"clouds":{"a":{"auth":{"password":"${password}"}}}}`,
  'a clouds.yaml as JSON with a space before the colon': `{"clouds" : {"a" : {"auth" : {"token" : "${secret}"}}}}`,
  'a clouds.yaml with a number as password': 'clouds: {a: {auth: {password: 20260101}}}',
  'a clouds.yaml with a block scalar': `clouds:\n  a:\n    auth:\n      password: >-\n        ${password}\n`,
  'a clouds.yaml with an application credential': `clouds:\n  a:\n    auth:\n      application_credential_secret: ${secret}\n`,
  'a clouds.yaml with dashes for underscores': `clouds:\n  a:\n    auth:\n      application-credential-secret: ${secret}\n`,
  'a clouds.yaml with a token': `clouds:\n  a:\n    auth:\n      token: ${secret}\n`,
  'a clouds.yaml with a trust': `clouds:\n  a:\n    auth:\n      trust_id: ${hex.slice(0, 32)}\n`,
  'a cloud.conf with a password': `[Global]\nusername = fake\npassword = ${password}\n`,
  'a cloud.conf without blanks and with CRLF': `[Global]\r\nusername=fake\r\npassword=${password}\r\n`,
  'a cloud.conf in quotes': `[Global]\npassword="${password}"\n`,
  'a cloud.conf with an application credential': `[Global]\napplication-credential-secret=${secret}\n`,
  'a cloud.conf with underscores': `[Global]\napplication_credential_secret=${secret}\n`,
  'a cloud.conf with a trust': `[Global]\ntrust-id=${hex.slice(0, 32)}\n`,
  'a cloud.conf of vSphere': `[VirtualCenter "a"]\nuser = fake\npassword = ${password}\n`,
  'an openrc file': `export OS_USERNAME=fake\nexport OS_PASSWORD='${password}'\n`,
  'the credentials of AWS': `[default]\naws_access_key_id = ${'AK'}${'IAFAKEFAKEFAKE0001'}\naws_secret_access_key = ${letters}\n`,
  'an account of Google': JSON.stringify({ type: 'service_account', private_key: privateKey() }),
  'a client of Azure as JSON': `{"aadClientId": "fake", "aadClientSecret": "${secret}"}`,
  'a key of Azure storage': `DefaultEndpointsProtocol=https;AccountName=fake;AccountKey=${base64(letters)}`,
  'the settings of S3 of a tool': `[remote]\ntype = s3\naccess_key_id = fake\nsecret_access_key = ${secret}\n`,
});

/** Secrets that are known by their form. */
export const PLANTED_SHAPES: readonly Row[] = texts({
  'a private key': privateKey(),
  'a private key of RSA': privateKey('RSA'),
  'a private key of an elliptic curve': privateKey('EC'),
  'a private key of OpenSSH': privateKey('OPENSSH'),
  'an encrypted private key': privateKey('ENCRYPTED'),
  'a private key with headers': privateKey('RSA').replace(
    '-----\n',
    '-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,FAKE\n\n',
  ),
  'a private key of PGP': `-----BEGIN PGP PRIVATE ${'KEY'} BLOCK-----\nVersion: fake\n\n${letters}\n-----END PGP PRIVATE ${'KEY'} BLOCK-----`,
  'a private key that is folded into one line': privateKey().replaceAll('\n', ' '),
  'a private key that is written with escapes': JSON.stringify(privateKey()),
  'a private key in a comment': privateKey().replaceAll(/^/gm, '# '),
  'a private key that is indented': `key: |\n${privateKey().replaceAll(/^/gm, '    ')}`,
  'a key of age': `AGE-SECRET-${'KEY'}-1${'FAKE'.repeat(14)}`,
  'a token of GitHub': `see gh${'p'}_${letters.slice(0, 36)}`,
  'a fine-grained token of GitHub': `github_${'pat'}_${letters}`,
  'a token of GitLab': `gl${'pat'}-${letters.slice(0, 20)}`,
  'a token of Slack': `xox${'b'}-${'0123456789'}-fakefakefake`,
  'a webhook of Slack': `https://hooks.slack.com/${'services'}/TFAKE0000/BFAKE0000/${letters.slice(0, 24)}`,
  'a key of Google': `AI${'za'}${letters.slice(0, 35)}`,
  'a token of npm': `//registry.npmjs.org/:_auth${'Token'}=npm_${letters.slice(0, 36)}`,
  'a token of Docker Hub': `dckr_${'pat'}_${letters.slice(0, 27)}`,
  'a token of Vault': `hv${'s'}.${letters.slice(0, 28)}`,
  'a key of Stripe': `sk_${'live'}_${letters.slice(0, 24)}`,
  'a JSON Web Token': jwt,
  'a bootstrap token': ['abcdef', '0123456789abcdef'].join('.'),
  'a URL with user and password': `https://fake:${password}@git.example/fleet.git`,
  'a database URL': `dsn = postgres://fake:${password}@db.example:5432/fake?sslmode=require`,
  'a file of Git credentials': `https://fake:${hex.slice(0, 40)}@github.example\n`,
  'a signed URL': `https://bucket.example/image.raw?X-Amz-Date=1&X-Amz-${'Signature'}=${hex}`,
  'a temporary URL of Swift': `https://swift.example/v1/a/b?temp_url_${'sig'}=${hex}&temp_url_expires=1`,
  'the hash of a password': `root:$6$fakesalt$${letters.repeat(2)}:19000:0:99999:7:::`,
  'the hash of a password by bcrypt': `admin:$2y$10$${letters}${letters.slice(0, 13)}`,
});

/** Secrets in files that tools read. */
export const PLANTED_FILES: readonly Row[] = texts({
  'a kubeconfig with a client key': `apiVersion: v1\nkind: Config\nusers:\n- name: fake\n  user:\n    client-key-data: ${base64(privateKey('EC'))}\n`,
  'a kubeconfig with a token': `apiVersion: v1\nkind: Config\nusers:\n- name: fake\n  user: {token: ${secret}}\n`,
  'a kubeconfig with a password': `kind: Config\nusers:\n- name: fake\n  user:\n    username: fake\n    password: ${password}\n`,
  'a kubeconfig with a secret of a plugin': `kind: Config\nusers:\n- name: fake\n  user:\n    exec:\n      command: fake\n      env:\n      - name: OS_PASSWORD\n        value: ${password}\n`,
  'a kubeconfig with an argument of a plugin': `kind: Config\nusers:\n- name: fake\n  user:\n    exec:\n      args: [login, --client-secret, ${secret}]\n`,
  'a netrc': `machine git.example\n  login fake\n  password ${password}\n`,
  'a pgpass': `db.example:5432:fake:fake:${password}\n`,
  'an npmrc': `registry=https://npm.example\n_password=${base64(password)}\n`,
  'a pip.conf': `[global]\nindex-url = https://fake:${password}@pypi.example/simple\n`,
  'logins of registries': JSON.stringify({
    auths: { 'registry.example': { auth: base64(`fake:${password}`) } },
  }),
  'logins of registries with a password': JSON.stringify({
    auths: { 'registry.example': { username: 'fake', password } },
  }),
  'the settings of containerd': `[plugins."io.containerd.grpc.v1.cri".registry.configs."r.example".auth]\n  username = "fake"\n  password = "${password}"\n`,
  'the hosts.toml of containerd': `[host."https://r.example".header]\n  Authorization = "Basic ${base64(`fake:${password}`)}"\n`,
  'keys of etcd': `kind: EncryptionConfiguration\napiVersion: apiserver.config.k8s.io/v1\nresources:\n- resources: [secrets]\n  providers:\n  - aescbc:\n      keys:\n      - name: key1\n        secret: ${base64(hex.slice(0, 32))}\n`,
  'a join configuration': `kind: JoinConfiguration\ndiscovery:\n  bootstrapToken:\n    token: ${['abcdef', '0123456789abcdef'].join('.')}\n`,
  'a wireguard interface': `[Interface]\nPrivateKey = ${base64(hex.slice(0, 32))}\nAddress = 192.0.2.1/32\n`,
  'a properties file': `spring.datasource.username=fake\nspring.datasource.password=${password}\n`,
  'an env file': `API_URL=https://api.example\nAPI_KEY=${secret}\n`,
  'the settings of Alertmanager': `global:\n  smtp_auth_password: ${password}\n`,
  'a client of Dex': `staticClients:\n- id: fake\n  secret: ${secret}\n`,
  'a template of Helm with a literal': `{{- if .Values.on }}\nauth:\n  password: {{ "${password}" | quote }}\n{{- end }}\n`,
  'a template of Helm around a literal': `{{- range .Values.list }}\n- name: {{ .name }}\n  password: ${password}\n{{- end }}\n`,
  'YAML in YAML in YAML': `a: |\n  b: |\n    c: |\n      password: ${password}\n`,
  'a statement of SQL': `CREATE USER fake WITH PASSWORD '${password}';`,
  'a password in a comment': `# the old password: ${password}\nurl: https://api.example\n`,
  'a text in base64': base64(`[Global]\npassword = ${password}\n`),
  'a text in base64 twice': base64(base64(`[Global]\npassword = ${password}\n`)),
  'a text in base64 with line ends': base64(CLOUDS).replaceAll(/(.{20})/g, '$1\n'),
  'a key of Azure storage as a variable': `AZURE_STORAGE_KEY=${base64(`${letters}${letters.slice(0, 24)}`)}`,
  'an element of XML': `<login>\n  <user>fake</user>\n  <password>${password}</password>\n</login>`,
  'an element of XML with a namespace': `<a:server><a:apiKey kind="fake">${secret}</a:apiKey></a:server>`,
  'a short name of a password in a connection string': `Server=db.example;Uid=fake;Pwd=${password};`,
  'a variable of shells in a connection string': `Driver={Fake};Server=db.example;UID=fake;PWD=${password};`,
  'a short name of a password': `Pwd=${password}\n`,
  'a short name of a password in small letters': `db: fake\npwd: ${password}\n`,
  'a community of SNMP': `snmp:\n  community-string: ${secret}\n`,
  'a community of an SNMP daemon': `syslocation fake\nrocommunity ${secret} 192.0.2.0/24\n`,
  'a URL of data': `data:text/plain;base64,${base64(privateKey())}`,
  'a URL of data with escapes': `data:,${encodeURIComponent(`password = ${password}`)}`,
});
