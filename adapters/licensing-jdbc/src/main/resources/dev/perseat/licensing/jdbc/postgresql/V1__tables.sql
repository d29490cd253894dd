-- What is remembered of tenants. Described in docs/store.md. A statement ends with a semicolon at the end of a line.
--
-- tenant: the first 128 bits of the SHA-256 of the tenant's id.
-- ..._id, member: an id as bytes that compare as its UTF-16 code units do, ASCII as it is. Read it with convert_from(..., 'UTF8').
-- id_key, user_key: such an id too, but of one of more than 1,000 bytes the first of them and 16 bytes of a hash.
-- group_key, member_key, target, content, actor, changes, ...: the first 128 bits of a SHA-256.
-- body: a payload that starts with the version of its format.
-- ..._micros: microseconds since 1970. Read them with to_timestamp(at_micros / 1e6).

-- Which tenants there are.
create table perseat_tenant (
  tenant uuid not null,
  tenant_id bytea not null,
  constraint perseat_tenant_pk primary key (tenant)
);

-- How far the log of a tenant goes, and who processes it: the one row that every commit locks.
create table perseat_head (
  tenant uuid not null,
  version bigint not null,
  closed_version bigint not null,
  audit_sequence bigint not null,
  directory_token bytea,
  lease_token bigint not null,
  lease_holder bytea,
  lease_until_micros bigint not null,
  body bytea not null,
  constraint perseat_head_pk primary key (tenant)
);

-- Which commits are stored, and the step that each added, if it did.
create table perseat_commit (
  tenant uuid not null,
  commit_id bytea not null,
  operation bigint,
  constraint perseat_commit_pk primary key (tenant, commit_id)
);

-- The tenant after the last closed step. kind: 1 service plan, 2 SKU, 3 subscription, 4 group, 5 user.
create table perseat_object (
  tenant uuid not null,
  kind smallint not null,
  id_key bytea not null,
  body bytea not null,
  constraint perseat_object_pk primary key (tenant, kind, id_key)
);

-- Who is a member of which group, after the last closed step. member: a zero byte and the id of a user, or a one and the id of a group.
create table perseat_membership (
  tenant uuid not null,
  group_key uuid not null,
  member_key uuid not null,
  group_id bytea not null,
  member bytea not null,
  constraint perseat_membership_pk primary key (tenant, group_key, member_key)
);

create index perseat_membership_member on perseat_membership (tenant, member_key);

-- The log: an operation for each step, and the changes of the step in parts.
create table perseat_operation (
  tenant uuid not null,
  number bigint not null,
  body bytea not null,
  constraint perseat_operation_pk primary key (tenant, number)
);

create table perseat_step (
  tenant uuid not null,
  version bigint not null,
  part integer not null,
  body bytea not null,
  constraint perseat_step_pk primary key (tenant, version, part)
);

-- What many rows have in common, each once. content: the first 128 bits of the SHA-256 of the body.
create table perseat_content (
  tenant uuid not null,
  content uuid not null,
  body bytea not null,
  constraint perseat_content_pk primary key (tenant, content)
);

-- What users hold now. long_id: the id of a user whose key does not have all of it.
create table perseat_holding (
  tenant uuid not null,
  user_key bytea not null,
  long_id bytea,
  licenses uuid not null,
  constraint perseat_holding_pk primary key (tenant, user_key)
);

-- Changes of what users hold that could not be stored when their turn came.
create table perseat_postponed (
  tenant uuid not null,
  operation bigint not null,
  user_key bytea not null,
  body bytea not null,
  constraint perseat_postponed_pk primary key (tenant, operation, user_key)
);

-- The audit trail. activity is null where one user's licences change, and actor is null for the library itself: nearly all rows.
create table perseat_audit (
  tenant uuid not null,
  sequence bigint not null,
  at_micros bigint not null,
  actor uuid,
  activity smallint,
  target uuid not null,
  target_kind smallint not null,
  target_id bytea not null,
  refused boolean not null,
  cause bigint,
  changes uuid,
  properties uuid,
  constraint perseat_audit_pk primary key (tenant, sequence)
);

create index perseat_audit_target on perseat_audit (tenant, target, sequence);

create index perseat_audit_cause on perseat_audit (tenant, cause, sequence);

create index perseat_audit_time on perseat_audit (tenant, at_micros);

create index perseat_audit_actor on perseat_audit (tenant, actor, sequence) where actor is not null;

create index perseat_audit_activity on perseat_audit (tenant, activity, sequence) where activity is not null;
