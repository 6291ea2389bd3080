"""Messages out: whatever is killed or cut, and when, each leaves once or is said to be unknown, and none is lost."""

import collections
import concurrent.futures
import subprocess
import time

import pytest

from connected import ConnectedServers
from postgres import PostgreSQL, _program
from processes import free_port
from production import WORKPLACE, connect, sign_in

PAIR_LIMIT = {"status": 400, "body": {"error": {
    "message": "(#131056) Pair rate limit hit", "type": "OAuthException", "code": 131056, "fbtrace_id": "A1"}}}


@pytest.fixture(scope="module")
def postgres():
    with PostgreSQL() as server:
        yield server


@pytest.fixture
def post(tmp_path, postgres, request):
    name = request.node.name.replace("[", "_").replace("]", "")
    server = ConnectedServers(tmp_path, postgres.url(postgres.database(name)))
    server.status = lambda key: postgres.execute(
        f"SELECT status FROM ik_message WHERE direction = 'OUT' AND text = '{key}'", name).strip()
    server.sql = name
    try:
        server.start()
        server.open()
        yield server
    finally:
        server.close()


def second(post) -> tuple:
    port = free_port()
    return post.start(port), port


def test_what_had_not_left_is_sent_by_another_process(post):
    one = post.processes[0]
    post.line.mode = PAIR_LIMIT
    assert post.send("m1") == (200, {"status": "queued"})
    assert post.status("m1") == "pending"
    post.kill(one)
    post.line.mode = "pass"
    _, port = second(post)
    post.until(lambda: post.status("m1") == "sent")
    assert post.arrived("m1") == 1
    # The caller who asks again learns how it went.
    status, answer = post.send("m1", port)
    assert (status, answer["status"]) == (200, "sent")
    assert len({message["biz_opaque_callback_data"] for message in post.line.messages}) == 1


def test_what_may_have_left_is_unknown_and_not_sent_again(post):
    one, two = post.processes[0], second(post)[0]
    post.line.mode = "hold"
    with concurrent.futures.ThreadPoolExecutor() as pool:
        pool.submit(post.send, "m1")
        post.line.wait_for(1)
        post.kill(one)
    post.line.mode = "pass"
    post.line.let_go()
    post.until(lambda: post.status("m1") == "unknown")
    assert two in post.processes
    assert len(post.line.messages) == 1
    assert post.arrived("m1") == 0


@pytest.mark.parametrize("cut", ["answer", "error", "kill"])
def test_what_meta_has_taken_is_settled_by_its_status(post, cut):
    """The connection is cut in place of the answer, the answer is a fault of Meta's own, or the process is killed while it
    waits for it."""
    _, port = second(post)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        if cut != "kill":
            if cut == "answer":
                post.line.mode = "cut"
            else:
                post.sandbox_call("POST", "/sandbox/faults", {"code": 131000, "after": True, "path": "/messages"})
            status, answer = post.send("m1", port)
            assert answer["code"] == "UNKNOWN_OUTCOME", answer
        else:
            post.line.mode = "late"
            pool.submit(post.send, "m1", port)
            post.line.wait_for(1)
            post.until(lambda: post.arrived("m1") == 1)
            post.kill(post.processes[1])
            post.line.let_go()
    post.line.mode = "pass"
    # The status webhook carries our id, and comes to the process that lives.
    post.until(lambda: post.status("m1") == "delivered")
    status, answer = post.send("m1")
    assert (status, answer["status"]) == (200, "sent")
    assert answer["remoteId"].startswith("wamid.")
    assert post.arrived("m1") == 1
    assert len(post.line.messages) == 1


def test_killed_between_the_answer_and_its_commit(post, postgres):
    """The commit waits for a lock that the test holds; the status of the provider does so, too."""
    _, port = second(post)
    post.line.mode = "late"
    with concurrent.futures.ThreadPoolExecutor() as pool:
        pool.submit(post.send, "m1", port)
        post.line.wait_for(1)
        locking = subprocess.Popen(
            [_program("psql"), "--host", str(postgres.folder), "--username", "tests", "--dbname", post.sql, "--quiet",
             "--no-psqlrc"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd="/")
        locking.stdin.write("BEGIN; SELECT 1 FROM ik_message WHERE text = 'm1' FOR UPDATE; SELECT 'locked';\n")
        locking.stdin.flush()
        while "locked" not in locking.stdout.readline():
            pass
        post.line.let_go()
        post.until(lambda: int(postgres.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'", post.sql)) > 0)
        post.kill(post.processes[1])
        locking.stdin.write("ROLLBACK;\n")
        locking.stdin.close()
        locking.wait(20)
    post.until(lambda: post.status("m1") == "delivered")
    assert post.arrived("m1") == 1
    assert len(post.line.messages) == 1


def test_two_processes_send_each_message_once_and_keep_to_the_limits_together(post):
    _, port = second(post)
    ports = [post.port, port]
    started = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        # Each is asked of both at once.
        asked = [pool.submit(post.send, f"m{number}", at) for number in range(50) for at in ports]
        results = [future.result() for future in asked]
    # The other one is told that its message is under way, when it is just then.
    assert {status for status, _ in results} <= {200, 409}, results
    assert all(status == 200 or answer["code"] == "IN_PROGRESS" for status, answer in results), results
    texts = [message["text"]["body"] for message in post.line.messages]
    assert len(texts) == len(set(texts))
    # Meta's limit of a pair: 45 at once, then one every six seconds.
    assert len(texts) <= 45 + (time.monotonic() - started) / 6 + 1
    post.until(lambda: len(post.line.messages) == 50)
    post.until(lambda: [row["text"] for row in post.messages() if row["text"].startswith("m")]
               == [message["text"]["body"] for message in post.line.messages])
    counted = collections.Counter(row["text"] for row in post.messages() if row["direction"] == "from_business")
    assert counted == {f"m{number}": 1 for number in range(50)}


def test_an_expired_token_is_said_everywhere(post, postgres):
    post.sandbox_call("POST", "/sandbox/tokens/expire", {})
    status, answer = post.send("m1")
    assert answer["code"] == "AUTH_EXPIRED", answer
    assert post.status("m1") == "failed"
    assert postgres.execute("SELECT status FROM model_meta_connection", post.sql).strip() == "ERROR"
    cookie = sign_in(post, WORKPLACE)
    page = post.request("GET", f"/app/{WORKPLACE}/account", Cookie=cookie)
    assert "The connection to Meta does not work" in page.text
    assert "Connect Meta" in page.text
    # Nothing goes to Meta any more, until somebody connects again; then the same message may be sent.
    assert post.send("m1")[1]["code"] == "AUTH_EXPIRED"
    assert len(post.line.messages) == 1
    connect(post, WORKPLACE, cookie)
    assert post.send("m1")[1]["status"] == "sent"


def test_one_process_on_a_file_starts_again(tmp_path):
    post = ConnectedServers(tmp_path)
    try:
        one = post.start()
        post.open()
        post.line.mode = PAIR_LIMIT
        assert post.send("waits") == (200, {"status": "queued"})
        post.line.mode = "late"
        with concurrent.futures.ThreadPoolExecutor() as pool:
            # Another conversation: this one waits.
            pool.submit(post.send, "waits")
            post.kill(one)
        post.line.let_go()
        post.line.mode = "pass"
        post.start()
        post.until(lambda: post.arrived("waits") == 1)
        post.until(lambda: post.send("waits")[1]["status"] == "sent")
        assert post.arrived("waits") == 1
    finally:
        post.close()
