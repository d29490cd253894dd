-- Row level security: a transaction reaches only rows of the tenant that it was announced for, whatever its statements say.
-- Run it as the owner, once, and start the services anew: they look at the beginning whether it is on, and then announce the
-- tenant with set_config('perseat.tenant', ..., true). The ids of all tenants stay readable. Superusers and roles with
-- BYPASSRLS are not held back.

alter table perseat_head enable row level security;

alter table perseat_head force row level security;

create policy perseat_tenant_only on perseat_head
  using (tenant = cast(nullif(current_setting('perseat.tenant', true), '') as uuid));

alter table perseat_commit enable row level security;

alter table perseat_commit force row level security;

create policy perseat_tenant_only on perseat_commit
  using (tenant = cast(nullif(current_setting('perseat.tenant', true), '') as uuid));

alter table perseat_object enable row level security;

alter table perseat_object force row level security;

create policy perseat_tenant_only on perseat_object
  using (tenant = cast(nullif(current_setting('perseat.tenant', true), '') as uuid));

alter table perseat_membership enable row level security;

alter table perseat_membership force row level security;

create policy perseat_tenant_only on perseat_membership
  using (tenant = cast(nullif(current_setting('perseat.tenant', true), '') as uuid));

alter table perseat_operation enable row level security;

alter table perseat_operation force row level security;

create policy perseat_tenant_only on perseat_operation
  using (tenant = cast(nullif(current_setting('perseat.tenant', true), '') as uuid));

alter table perseat_step enable row level security;

alter table perseat_step force row level security;

create policy perseat_tenant_only on perseat_step
  using (tenant = cast(nullif(current_setting('perseat.tenant', true), '') as uuid));

alter table perseat_content enable row level security;

alter table perseat_content force row level security;

create policy perseat_tenant_only on perseat_content
  using (tenant = cast(nullif(current_setting('perseat.tenant', true), '') as uuid));

alter table perseat_holding enable row level security;

alter table perseat_holding force row level security;

create policy perseat_tenant_only on perseat_holding
  using (tenant = cast(nullif(current_setting('perseat.tenant', true), '') as uuid));

alter table perseat_postponed enable row level security;

alter table perseat_postponed force row level security;

create policy perseat_tenant_only on perseat_postponed
  using (tenant = cast(nullif(current_setting('perseat.tenant', true), '') as uuid));

alter table perseat_audit enable row level security;

alter table perseat_audit force row level security;

create policy perseat_tenant_only on perseat_audit
  using (tenant = cast(nullif(current_setting('perseat.tenant', true), '') as uuid));
