# SPDX-License-Identifier: Apache-2.0
# Copyright motcua contributors
"""A motcua of its own for the bench, and what its processes use."""
import glob
import os
import pwd
import re
import shutil
import socket
import subprocess
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TICKS = os.sysconf("SC_CLK_TCK")
PAYING = ("nginx", "public", "db")  # whose time a page of the website costs


class Failed(Exception):
    """One sentence for whoever runs the bench."""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def machine_busy():
    """Seconds all processors of the machine were busy so far, with whatever."""
    with open("/proc/stat", encoding="ascii") as f:
        user, nice, system, _, _, irq, softirq = map(int, f.readline().split()[1:8])
    return (user + nice + system + irq + softirq) / TICKS


class Instance:
    def __init__(self):
        self.state = tempfile.mkdtemp(prefix="motcua-bench-", dir="/tmp")
        port = str(free_port())
        self.build = os.environ.get("MOTCUA_BUILD", os.path.join(TOP, "build-bench"))
        self.env = dict(os.environ, MOTCUA_STATE=self.state, MOTCUA_PORT=port, MOTCUA_BUILD=self.build,
                        MOTCUA_TRUST="127.0.0.1", MOTCUA_QUIET="1", MOTCUA_VISITORS="0", MOTCUA_WATCH="0", MOTCUA_CLOCK="")
        self.url = f"http://127.0.0.1:{port}"

    def dev(self, *args):
        done = subprocess.run([os.path.join(TOP, "dev"), *args], env=self.env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failed(f"./dev {args[0]} failed: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout

    def configure(self):
        """As it is installed: optimised, without fault points. ./dev up builds in a folder that is there."""
        if os.path.exists(os.path.join(self.build, "Makefile")):
            return
        os.makedirs(self.build, exist_ok=True)
        commands = [([os.path.join(TOP, "configure")], self.build)]
        if not os.path.exists(os.path.join(TOP, "configure")):
            commands.insert(0, (["autoreconf", "-i"], TOP))
        for command, folder in commands:
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            if done.returncode:
                raise Failed(f"{command[0]} failed: {done.stderr.strip()[-500:]}")

    def start(self):
        self.configure()
        self.dev("up")
        # What is loaded for the bench is thrown away with it, and there is much of it.
        self.sql("set global innodb_flush_log_at_trx_commit = 0, innodb_buffer_pool_size = 1 << 30, "
                 "innodb_log_file_size = 1 << 30, innodb_io_capacity_max = 20000, innodb_io_capacity = 20000")

    def sql(self, text):
        """Runs statements as the administrator of the server; rows as lists of texts."""
        user = pwd.getpwuid(os.geteuid()).pw_name
        done = subprocess.run(["mariadb", "--no-defaults", f"--socket={self.state}/run/db.sock", f"--user={user}",
                               "--batch", "--skip-column-names", "motcua"],
                              input=text, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failed(f"SQL failed: {done.stderr.strip()}")
        return [line.split("\t") for line in done.stdout.splitlines()]

    def make(self, *targets):
        done = subprocess.run(["make", "-s", "-C", self.build, *targets], capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failed(f"make {' '.join(targets)} failed: {done.stderr.strip()[-500:]}")

    def pids(self, service):
        """Every live process of a service holds its lock as descriptor 9."""
        lock, found = f"{self.state}/run/{service}.lock", []
        for fd in glob.glob("/proc/[0-9]*/fd/9"):
            try:
                if os.readlink(fd) == lock:
                    found.append(int(fd.split("/")[2]))
            except OSError:
                continue
        return sorted(found)

    def parent(self, service):
        with open(f"{self.state}/run/{service}.pid", encoding="ascii") as f:
            return int(f.read())

    def cpu(self, service):
        """Seconds of user and system time of a service's processes so far."""
        total = 0
        for pid in self.pids(service):
            with open(f"/proc/{pid}/stat", encoding="ascii") as f:
                fields = f.read().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def status(self, *names):
        """Counters of the database so far."""
        listed = ",".join(f"'{name}'" for name in names)
        return {name: int(value) for name, value in self.sql(f"show global status where variable_name in ({listed})")}

    def memory(self, service):
        """Proportional set size of a service's processes in MiB."""
        total = 0
        for pid in self.pids(service):
            with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as f:
                total += int(re.search(r"^Pss:\s+(\d+)", f.read(), re.M).group(1))
        return total / 1024

    def program_environment(self, program):
        """The settings ./dev started a program with."""
        with open(f"{self.state}/run/{program}.env", encoding="utf-8") as f:
            return dict(self.env, **dict(line.rstrip("\n").split("=", 1) for line in f))

    def close(self):
        subprocess.run([os.path.join(TOP, "dev"), "down"], env=self.env, capture_output=True, check=False)
        shutil.rmtree(self.state, ignore_errors=True)
