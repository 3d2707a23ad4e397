// The functions behind the table of commands, one file each for the words that
// belong together. Each gives the exit status.
#pragma once

#include "admin/arguments.hpp"
#include "admin/context.hpp"

namespace samspil::admin {

int init(context const& with, arguments const& given);
int load(context const& with, arguments const& given);
int extract(context const& with, arguments const& given);
int generate_files(context const& with, arguments const& given);

int customer_add(context const& with, arguments const& given);
int customer_change(context const& with, arguments const& given);
int customer_list(context const& with, arguments const& given);
int customer_show(context const& with, arguments const& given);
int customer_subscribe(context const& with, arguments const& given);
int customer_unsubscribe(context const& with, arguments const& given);
int customer_subscriptions(context const& with, arguments const& given);

int user_add(context const& with, arguments const& given);
int user_change(context const& with, arguments const& given);
int user_list(context const& with, arguments const& given);
int user_show(context const& with, arguments const& given);
int user_lock(context const& with, arguments const& given);
int user_unlock(context const& with, arguments const& given);
int user_reset(context const& with, arguments const& given);
int user_delete(context const& with, arguments const& given);

int session_list(context const& with, arguments const& given);
int session_end(context const& with, arguments const& given);

int service_show(context const& with, arguments const& given);
int service_close(context const& with, arguments const& given);
int service_open(context const& with, arguments const& given);

int person_show(context const& with, arguments const& given);
int person_history(context const& with, arguments const& given);

int waiting_list(context const& with, arguments const& given);
int waiting_show(context const& with, arguments const& given);
int waiting_decide(context const& with, arguments const& given);
int effectuate(context const& with, arguments const& given);

int audit_show(context const& with, arguments const& given);
int audit_person(context const& with, arguments const& given);
int audit_verify(context const& with, arguments const& given);
int audit_head(context const& with, arguments const& given);

int groups_list(context const& with, arguments const& given);
int texts_list(context const& with, arguments const& given);

/// Of rules, groups and texts: whose they are they see by the command's words and KIND.
int table_check(context const& with, arguments const& given);
int table_load(context const& with, arguments const& given);
int table_rollback(context const& with, arguments const& given);
int table_versions(context const& with, arguments const& given);
int table_show(context const& with, arguments const& given);

int rules_explain(context const& with, arguments const& given);
int rules_test(context const& with, arguments const& given);

int layout_list(context const& with, arguments const& given);
int layout_show(context const& with, arguments const& given);
int layout_check(context const& with, arguments const& given);
int layout_decode(context const& with, arguments const& given);
int layout_diff(context const& with, arguments const& given);
int layout_doc(context const& with, arguments const& given);

int verify(context const& with, arguments const& given);
int stat(context const& with, arguments const& given);
int checkpoint(context const& with, arguments const& given);

}  // namespace samspil::admin
