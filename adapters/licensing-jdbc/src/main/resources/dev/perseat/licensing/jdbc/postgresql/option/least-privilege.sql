-- What a service needs once the owner of the tables has migrated them: it may neither change a table nor, in the log and in
-- the audit trail, what has been written. Run it as the owner, after `create role perseat_service`, and again after each
-- migration; then grant perseat_service to the role that the service logs in as.

grant select on perseat_schema to perseat_service;

grant select, insert on perseat_tenant, perseat_commit, perseat_step, perseat_content, perseat_audit to perseat_service;

grant select, insert, update on perseat_head, perseat_operation to perseat_service;

grant select, insert, update, delete on perseat_object, perseat_holding, perseat_postponed to perseat_service;

grant select, insert, delete on perseat_membership to perseat_service;
