"""The command line: `playground`."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import tempfile
import threading
import webbrowser
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from engine.errors import Refusal

cli = typer.Typer(add_completion=False, invoke_without_command=True, help="A no-code machine-learning assistant.")
Home = Annotated[Path | None, typer.Option("--home", help="Where all state lives.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON lines only.")]
EXIT_STATUS = {"home_in_use": 3, "internal": 70}
OPEN = "PLAYGROUND_OPEN_TO_NETWORK"
"""Set to "yes" by who sees to it that only the right people reach the port."""
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
# Typer brings its own copy of Click, so the class is reached through what Typer exports.
USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]


def main() -> None:
    """Runs the command; a user's mistake ends with one sentence and exit status 2, a home that is in use with 3."""
    try:
        status = cli(standalone_mode=False)
        sys.stdout.flush()
    except Refusal as refusal:
        _give_up(f"{refusal.message} {refusal.hint}", EXIT_STATUS.get(refusal.code, 2))
    except USAGE_ERROR as mistake:
        _give_up(f"{getattr(mistake, 'message', '') or mistake} See `playground --help`.")
    except typer.Abort:
        raise SystemExit(130) from None
    except BrokenPipeError:  # who read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except Exception as failure:
        if os.environ.get("PLAYGROUND_DEBUG"):
            raise
        _give_up(f"Something went wrong inside ({type(failure).__name__}). With PLAYGROUND_DEBUG=1 it says where.", 70)
    raise SystemExit(status if isinstance(status, int) else 0)


def _give_up(sentence: str, status: int = 2) -> NoReturn:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    raise SystemExit(status) from None


def home_of(home: Path | None) -> Path:
    """Says where the state lives: as given, as in PLAYGROUND_HOME, or in the user's home directory; raises Refusal where nothing can be kept there."""
    chosen = home or Path(os.environ.get("PLAYGROUND_HOME") or Path.home() / ".ai-playground")
    try:
        chosen.mkdir(parents=True, exist_ok=True, mode=0o700)
        tempfile.TemporaryFile(dir=chosen).close()
    except OSError as problem:
        hint = "Give a folder that can be written to with --home or in PLAYGROUND_HOME."
        raise Refusal("home_unwritable", f"Nothing can be kept in {chosen}: {problem.strerror or problem}.", hint) from problem
    return chosen.resolve()


@cli.callback()
def default(context: typer.Context, home: Home = None) -> None:
    """Serves, where no command is named; a home given before the command holds for it."""
    if context.invoked_subcommand is None:
        serve(home=home)
    elif home is not None:
        os.environ["PLAYGROUND_HOME"] = str(home)


@cli.command()
def serve(
    host: str = "127.0.0.1",
    port: int = 8000,
    browser: Annotated[bool, typer.Option("--browser/--no-browser")] = True,
    home: Home = None,
) -> None:
    """Serves the chat at / and the API under /api/v1."""
    if host not in LOOPBACK and os.environ.get(OPEN) != "yes":
        said = f"Without log-in the server stays on this machine, so --host {host} is refused."
        hint = f"Use 127.0.0.1; in a container whose port is published on the loopback address alone, set {OPEN}=yes."
        raise Refusal("not_local", said, hint)
    from assistant.uploads import most_megabytes

    most_megabytes()  # a wrong setting is said at the start
    listening = listening_at(host, port)
    import uvicorn

    from assistant.app import create_app

    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "::1": "[::1]"}.get(host, host)  # noqa: S104 - shown, not bound
    address = f"http://{name}:{listening.getsockname()[1]}"
    app = create_app(home_of(home))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=5, timeout_keep_alive=60, server_header=False))
    threading.Thread(target=_announce, args=(server, address, browser), daemon=True).start()
    for number in (signal.SIGINT, signal.SIGTERM):  # uvicorn raises them once more when it has stopped: that is no failure
        signal.signal(number, lambda *_: None)
    server.run(sockets=[listening])


def listening_at(host: str, port: int) -> socket.socket:
    """Takes the port before anything is loaded, so that a taken one is said at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # named, so that answers are sent at once
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except (OSError, OverflowError) as problem:
        listening.close()
        raise Refusal("port_taken", f"Port {port} on {host} cannot be had: {problem}.", "Choose another with --port.") from problem
    return listening


def _announce(server: Any, address: str, browser: bool) -> None:
    """Prints the address as soon as it answers, and opens it."""
    waiting = threading.Event()
    while not server.started and not server.should_exit:
        waiting.wait(0.02)
    if server.started:
        sys.stdout.write(f"AI-Playground is ready at {address}\n")
        sys.stdout.flush()
        if browser:
            webbrowser.open(address)


@cli.command()
def chat(
    data: str,
    messages: Annotated[list[str] | None, typer.Argument()] = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Holds the conversation in the terminal; with messages it runs them in turn and ends."""
    from assistant.terminal import converse

    raise SystemExit(converse(home_of(home), data, messages or [], as_json))


@cli.command()
def route(
    data: str,
    texts: Annotated[list[str] | None, typer.Argument()] = None,
    context: Annotated[str, typer.Option("--context")] = "{}",
    batch: Annotated[Path | None, typer.Option("--batch")] = None,
    home: Home = None,
) -> None:
    """Routes texts and prints the answers as JSON, one line a text; nothing is executed."""
    from assistant.commands import routed_lines

    for line in routed_lines(data, texts or [], context, batch):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


@cli.command()
def load(
    data: str,
    out: Annotated[Path | None, typer.Option("--out")] = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Says what was understood of a file, and writes it out."""
    from assistant.commands import loaded

    known = loaded(data, out)
    if as_json:
        sys.stdout.write(json.dumps(known) + "\n")
    else:
        from assistant.reports import print_understood

        print_understood(known)


@cli.command()
def replay(
    pipeline: Path,
    data: Annotated[Path, typer.Option("--data")],
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Runs a recorded pipeline on a file and prints the metrics."""
    from assistant.commands import replayed

    with replayed(pipeline, data) as known:
        metrics = known.metrics
    if as_json:
        sys.stdout.write(json.dumps(metrics) + "\n")
    else:
        from assistant.reports import print_metrics

        print_metrics(metrics)


@cli.command()
def export(
    pipeline: Path,
    data: Annotated[Path, typer.Option("--data")],
    formats: Annotated[str, typer.Option("--formats")],
    out: Annotated[Path, typer.Option("--out")],
    home: Home = None,
) -> None:
    """Writes the code of a recorded pipeline."""
    from assistant.commands import exported

    for path in exported(pipeline, data, [name.strip() for name in formats.split(",") if name.strip()], out):
        sys.stdout.write(f"{path}\n")
