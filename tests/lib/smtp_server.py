# SPDX-License-Identifier: Apache-2.0
# Copyright motcua contributors
"""A mail server for tests (aiosmtpd): takes every mail and writes it down, a JSON line each, before it answers.

usage: smtp_server.py LIST [--port N] [--tls CERT KEY --user NAME --password WORD]

Prints its port. What it does otherwise is said by the first part of the address: later-N@ is told 451 N times, no-rcpt@ 550, no-data@ is
refused at the end, drop@ and hang@ are taken and written down but never answered (hang: for as long as LIST.hang
exists), wait@ hangs before the mail is asked for (LIST.wait).
"""
import argparse
import asyncio
import json
import os
import ssl

from aiosmtpd.smtp import SMTP, AuthResult, Envelope

seen = {}


async def while_there(path):
    while os.path.exists(path):
        await asyncio.sleep(0.02)


class Handler:
    def __init__(self, told):
        self.told = told

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name.startswith("no-rcpt"):
            return "550 5.1.1 <" + address + "> nobody of that name"
        if name.startswith("wait"):
            await while_there(self.told.list + ".wait")
        if name.startswith("later-"):
            seen[address] = seen.get(address, 0) + 1
            if seen[address] <= int(name.split("-")[1]):
                return "451 4.3.0 later, please"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope: Envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name.startswith("no-data"):
            return "554 5.7.1 not this one"
        with open(self.told.list, "a", encoding="utf-8") as out:
            out.write(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None,
                                  "user": getattr(session, "auth_data", None) and session.auth_data.login.decode(),
                                  "mail": envelope.content.decode("ascii")}) + "\n")
            out.flush()
            os.fsync(out.fileno())
        if name.startswith("hang"):
            await while_there(self.told.list + ".hang")
        if name.startswith("drop"):
            server.transport.abort()
        return "250 OK taken"


def checked(told):
    def authenticator(server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == (told.user.encode(), told.password.encode()), auth_data=data)
    return authenticator


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("list")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--user")
    parser.add_argument("--password")
    told = parser.parse_args()
    more = {}
    if told.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*told.tls)
        more = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": checked(told)}
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(Handler(told), hostname="test", decode_data=False, **more), "127.0.0.1", told.port)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
