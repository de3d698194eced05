// A register of attendance brought in by `involve meeting import`, whole process, against the sqlite3 shell staging the same CSV
// with .import and inserting it into the same constrained table with the same change-record triggers. Medians of interleaved
// runs in one go. node bench/imports.js [rows] [rounds]
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";

const rows = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 5);
const people = 1_000;
const reach = 2.0;
const memory = 250;

if (spawnSync("sqlite3", ["--version"]).error) {
  console.log("There is no sqlite3 shell here (package sqlite3), so nothing is measured.");
  process.exit();
}

const folder = mkdtempSync(join(tmpdir(), "involve-bench-"));
const at = (name) => join(folder, name);
const env = {
  ...process.env,
  INVOLVE_STORE: at("unit.db"),
  INVOLVE_TODAY: "2026-11-23",
  INVOLVE_BY: "bench",
};
delete env.NODE_EXTRA_CA_CERTS;
const involve = join(import.meta.dirname, "..", "bin", "involve.js");

/** A store with people and enough meetings for a register of so many rows, and the register. */
function furnish() {
  spawnSync(process.execPath, [involve, "store", "init", "--store", at("empty.db")], { env });
  const meetings = Math.ceil(rows / people);
  const db = new Database(at("empty.db"));
  const count = (n) => `with recursive c(i) as (values (1) union all select i + 1 from c where i < ${n})`;
  db.exec(`begin;
    ${count(people)} insert into person (known_as, created_on) select 'Person ' || i, '2000-01-01' from c;
    insert into membership (person_id, group_id, joined_on)
      select p.id, s.group_id, '2000-01-01' from person p join meeting_series s on s.key = 'lewg';
    ${count(meetings)} insert into meeting (series_id, key, held_on, status)
      select s.id, 'm-' || i, date('2000-06-01', '+' || i || ' day'), 'held' from c join meeting_series s on s.key = 'lewg';
    commit`);
  db.close();
  const states = ["present,remote", "present,in-person", "part,", "apologies,", "absent,"];
  const lines = ["meeting,ref,state,mode"];
  for (let i = 0; i < rows; i++) {
    const meeting = Math.floor(i / people);
    const person = (i % people) + 1;
    lines.push(
      `m-${meeting + 1},M-${String(person).padStart(3, "0")},${states[(i * 7 + meeting) % states.length]}`,
    );
  }
  writeFileSync(at("register.csv"), `${lines.join("\n")}\n`);
}

const shell = `pragma foreign_keys = on;
pragma secure_delete = on;
create temp table staged (meeting text, ref text, state text, mode text);
.mode csv
.import --skip 1 ${at("register.csv")} staged
begin immediate;
insert into change_set (made_at, made_by, command) values ('2026-11-23T12:00:00Z', 'bench', 'meeting import');
update recording set set_id = last_insert_rowid();
insert into attendance (meeting_id, person_id, state, mode)
  select m.id, p.id, s.state, nullif(s.mode, '') from staged s
  join meeting m on m.key = s.meeting join person p on p.id = cast(substr(s.ref, 3) as integer);
update recording set set_id = null;
commit;
`;

/** Seconds and peak memory (MiB) of a whole process, where GNU time tells it. */
function run(command, args, input) {
  copyFileSync(at("empty.db"), at("unit.db"));
  const timed = existsSync("/usr/bin/time");
  const started = process.hrtime.bigint();
  const { status, stderr } = timed
    ? spawnSync("/usr/bin/time", ["-f", "%M", command, ...args], { env, input, encoding: "utf8" })
    : spawnSync(command, args, { env, input, encoding: "utf8" });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const db = new Database(at("unit.db"), { readonly: true });
  const written = db.prepare("select count(*) from change_row where table_name = 'attendance'").pluck().get();
  db.close();
  if (status !== 0 || written !== rows) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return { seconds, memory: timed ? Number(stderr.trim().split("\n").at(-1)) / 1024 : Number.NaN };
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
furnish();
const ours = [];
const theirs = [];
for (let i = 0; i < rounds; i++) {
  theirs.push(run("sqlite3", ["-batch", "-bail", at("unit.db")], shell));
  ours.push(run(process.execPath, [involve, "meeting", "import", at("register.csv")]));
}
const seconds = (runs) => median(runs.map((r) => r.seconds));
const ratio = seconds(ours) / seconds(theirs);
const peak = Math.max(...ours.map((r) => r.memory));
console.log(`${rows.toLocaleString("en-GB")} rows, ${rounds} rounds`);
console.log(
  `meeting import / sqlite3 shell   ${ratio.toFixed(2)}  ${ratio <= reach ? "" : "NOT "}reached (<= ${reach})`,
);
console.log(`rows a second                    ${Math.round(rows / seconds(ours)).toLocaleString("en-GB")}`);
if (Number.isNaN(peak)) console.log("peak memory                      not measured (no /usr/bin/time)");
else
  console.log(
    `peak memory                      ${Math.round(peak)} MiB  ${peak < memory ? "" : "NOT "}reached (< ${memory})`,
  );
rmSync(folder, { recursive: true, force: true });
