"""The ways to a PostgreSQL: TLS with a certificate of the tests' own, and addresses in all of libpq's legal forms."""

import concurrent.futures
import urllib.parse

import pytest

from certificates import Authority
from postgres import PostgreSQL
from processes import free_port
from production import WORKPLACE, Server, send
from test_postgres import start

PASSWORD = "p@ss:w/rd %?#ä"
HOST = "localhost"


class Site:
    """A server of ours, whose commands open a PostgreSQL that listens on TCP too, with TLS."""

    def __init__(self, folder):
        self.server = Server(folder)
        self.server.sandbox.stop()
        self.authority = Authority(folder / "authority", "The tests' authority")
        self.stranger = Authority(folder / "stranger", "Somebody else")
        self.port = free_port()
        self.postgres = PostgreSQL(port=self.port)

    def open(self):
        certificate, key = (self.postgres.keep(file) for file in self.authority.sign(HOST))
        self.postgres.settings = f"-c ssl=on -c ssl_cert_file={certificate} -c ssl_key_file={key}"

    def url(self, host=HOST, port=None, database="meta", user="keeper", password=PASSWORD, **settings) -> str:
        query = urllib.parse.urlencode(settings, quote_via=urllib.parse.quote)
        return (f"postgres://{user}:{urllib.parse.quote(password, safe='')}@{host}:{port or self.port}/{database}"
                + (f"?{query}" if query else ""))

    def list(self, url: str):
        return self.server.command("workplace", "list", DATABASE_URL=url)

    def opens(self, url: str):
        result = self.list(url)
        assert result.returncode == 0 and result.stdout.startswith(WORKPLACE), result.stdout + result.stderr

    def refuses(self, url: str, *words: str):
        """Whether the command says these words, and not the password."""
        result = self.list(url)
        assert result.returncode != 0, result.stdout
        for word in words:
            assert word in result.stderr, result.stderr
        for secret in (PASSWORD, urllib.parse.quote(PASSWORD, safe="")):
            assert secret not in result.stderr
        # The last line that is said tells what to do.
        assert "DATABASE_URL" in result.stderr, result.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("tls"))
    site.open()
    with site.postgres as postgres:
        # Through the socket anybody may come in; on TCP one needs a password, and TLS.
        rules = postgres.folder / "data" / "pg_hba.conf"
        rules.write_text("local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n")
        postgres.execute("SELECT pg_reload_conf()")
        postgres.execute(f"CREATE ROLE keeper LOGIN PASSWORD '{PASSWORD}'")
        postgres.database("meta")
        postgres.execute("ALTER DATABASE meta OWNER TO keeper")
        postgres.execute("GRANT ALL ON SCHEMA public TO keeper", "meta")
        added = site.server.command("workplace", "add", WORKPLACE, DATABASE_URL=site.url())
        assert added.returncode == 0, added.stderr
        yield site


def test_the_server_is_verified(site):
    for mode in ("verify-full", "verify-ca"):
        site.opens(site.url(sslmode=mode, sslrootcert=site.authority.certificate))
    # Without an authority there is nothing to verify by: encrypted, and that is all.
    site.opens(site.url(sslmode="require"))


def test_another_ones_certificate_is_refused(site):
    site.refuses(site.url(sslmode="verify-full", sslrootcert=site.stranger.certificate), "certificate verify failed")
    site.refuses(site.url("127.0.0.1", sslmode="verify-full", sslrootcert=site.authority.certificate),
                 "does not match host name \"127.0.0.1\"")
    site.refuses(site.url(sslmode="verify-full", sslrootcert=site.authority.folder / "gone.pem"), "gone.pem", "does not exist")


def test_a_server_without_tls_is_refused_when_it_is_asked_for(site):
    plain_port = free_port()
    with PostgreSQL(port=plain_port):
        site.refuses(site.url(port=plain_port, sslmode="require"), "server does not support SSL")
    site.refuses(site.url(sslmode="disable"), "no encryption")


def test_addresses_in_their_legal_forms(site):
    socket = urllib.parse.quote(str(site.postgres.folder), safe="")
    for url in (
        # The socket as a host, as a setting, and the other scheme.
        f"postgres://keeper@{socket}:{site.port}/meta",
        f"postgresql://keeper@/meta?host={socket}&port={site.port}",
        f"postgresql:///meta?host={socket}&port={site.port}&user=keeper",
        # An address for the network, a name for the certificate.
        site.url(hostaddr="127.0.0.1", sslmode="verify-full", sslrootcert=site.authority.certificate),
        # The password as a setting.
        f"postgres://{HOST}:{site.port}/meta?user=keeper&password={urllib.parse.quote(PASSWORD, safe='')}",
        # Several hosts: nobody listens at the first one.
        f"postgres://keeper:{urllib.parse.quote(PASSWORD, safe='')}@127.0.0.1:{free_port()},{HOST}:{site.port}/meta"
        "?target_session_attrs=read-write",
    ):
        site.opens(url)


def test_what_is_wrong_with_an_address_is_said(site):
    site.refuses(site.url(password="wrong"), "password authentication failed for user \"keeper\"")
    site.refuses(site.url(database="nothing"), "database \"nothing\" does not exist")
    site.refuses(site.url(sslmode="nonsense"), "sslmode")
    site.refuses(site.url(port=free_port()), "Connection refused")
    site.refuses(site.url().replace("%20", "%zz"), "DATABASE_URL must be")
    site.refuses("postgres://keeper:p@ss:w/rd%20%3F%23@localhost/meta", "DATABASE_URL")


@pytest.mark.parametrize("count", ["0", "101", "many"])
def test_the_number_of_connections_is_bounded(site, count):
    result = site.server.command("workplace", "list", DATABASE_URL=site.url(), DATABASE_CONNECTIONS=count)
    assert result.returncode != 0 and "DATABASE_CONNECTIONS must be a whole number from 1 to 100" in result.stderr


def test_a_process_has_no_more_connections_than_it_may(site):
    process, port = start(site.server, site.url(), DATABASE_CONNECTIONS=2)
    try:
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            asked = [pool.submit(send, port, "GET", "/login?token=none", None, {"Host": site.server.host}) for _ in range(200)]
            assert {future.result().status for future in asked} <= {200, 400, 403, 404, 410, 429}
        # One more listens.
        count = site.postgres.execute("SELECT count(*) FROM pg_stat_activity WHERE usename = 'keeper'", "meta")
        assert int(count) <= 3
    finally:
        process.stop()
