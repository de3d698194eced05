-- From the invented version 0 to version 1: a new table, a table rebuilt for a new column, an index under another name.
create table csv_mapping (
  id integer not null primary key autoincrement,
  name text not null unique check (length(trim(name)) > 0),
  kind text not null check (length(kind) > 0 and kind not glob '*[^a-z0-9-]*'),
  mapping text not null check (json_valid(mapping) and json_type(mapping) = 'object')
) strict;
create table person_availability_new (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  from_on text not null check (from_on is date(from_on)),
  until_on text check (until_on is date(until_on)),
  hours_per_month integer not null check (hours_per_month between 0 and 744), -- 0 = not available
  unique (person_id, from_on),
  check (until_on >= from_on)
) strict;
insert into person_availability_new (id, person_id, from_on, hours_per_month)
select id, person_id, from_on, hours_per_month from person_availability order by id;
drop table person_availability;
alter table person_availability_new rename to person_availability;
drop index receipt_by_fingerprint;
create index receipt_sha256 on receipt (sha256);
