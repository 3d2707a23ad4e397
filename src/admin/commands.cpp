#include <array>

#include "admin/command.hpp"
#include "admin/functions.hpp"

namespace samspil::admin {
namespace {

using enum takes;

constexpr option kundenr{"--kundenr", value, true, "N", "the customer's number, up to 4 digits"};
constexpr option user{"--user", value, true, "ID", "the user's id, up to 8 characters; case matters"};
constexpr option business_date{"--date", value, false, "D", "business date, yyyy-mm-dd (the server's, else today)"};
constexpr option password_stdin{"--password-stdin", input_line, false, "",
                                "password from the first line of standard input, else one is made and printed"};
constexpr option pnr{"PNR", value, true, "PNR", "personnummer, with or without a hyphen"};
constexpr option ventenr{"VENTENR", value, true, "VENTENR", "number of the waiting event"};
constexpr option reason{"--reason", value, false, "TEXT", "why, up to 80 characters; a rejection needs it"};
constexpr option cpr_file{"FILE", takes::file, true, "FILE", "CPR's file, line form or solid form"};
constexpr option rule_file{"FILE", takes::file, true, "FILE", "rows of a rule table (docs/rules.md)"};
constexpr option event_file{"FILE", takes::file, true, "FILE", "a line each: INIT-ANMODNING, 40 bytes, and event-DATA"};
constexpr option table_file{"FILE", takes::file, true, "FILE", "rows of the table (docs/rules.md)"};
constexpr option text_kind{"KIND", value, true, "KIND", "codes or messages"};
constexpr option from_day{"--from", value, false, "D", "first business date of the version, yyyy-mm-dd (today)"};
constexpr option version_number{"--version-number", value, false, "N", "another one than that in force"};
constexpr option without_end{"--without-end", flag, false, "", "takes a file that has no 999 (exit status 4)"};
constexpr option force_sequence{"--force-sequence", flag, false, "", "takes a file out of sequence"};
constexpr option one_record{"--record", value, false, "NAME", "only this level 01"};
constexpr option copybook_format{"--format", value, false, "F",
                                 "of the copybook: fixed or free (at first what it looks like)"};
constexpr option layout_name{"NAME-or-FILE", value, true, "NAME-or-FILE",
                             "a record (FLY-DATA), a copybook (person) or a copybook file"};

std::vector<option> customer_options(bool name_required) {
  return {kundenr,
          {"--name", value, name_required, "TEXT", "up to 40 characters"},
          {"--transactions", value, false, "LIST", "of SAMS,PRIV,OFF4 (at first SAMS)"},
          {"--task", value, false, "OPGAVENR", "six digits (at first KUNDENR and 01)"},
          {"--records", value, false, "LIST", "record types of OFF4 and extracts, 001,002,... (at first all)"},
          {"--address", values, false, "CIDR", "a range it may come from, repeated; any = no limit (at first any)"},
          {"--certificate", value, false, "CERT",
           "SHA-256 fingerprint or subject (CN=name,O=organisation,C=DK) of the client certificate; none"}};
}

std::vector<option> user_rights(bool group_required) {
  return {kundenr,
          user,
          {"--group", value, group_required, "G", "security group"},
          {"--authority", value, false, "MYNKOD", "the authority it acts for, 4 digits"},
          {"--language", value, false, "LANG", "da or en (at first da)"}};
}

std::vector<option> with_more(std::vector<option> list, std::initializer_list<option> more) {
  list.insert(list.end(), more);
  return list;
}

std::vector<command> make_commands() {
  using enum needs;
  using enum audited;
  std::vector<option> const some_persons{kundenr,
                                         {"PNR", values, false, "PNR", "personnummer, any number of them"},
                                         {"--file", file, false, "FILE", "a personnummer a line"}};
  std::vector<option> const one_user{kundenr, user};
  std::vector<option> const decision{ventenr, reason, business_date};
  std::vector<option> const reference_file{cpr_file, without_end, force_sequence};
  return {
      {"init",
       "makes a home: database, shipped tables, secrets, certificate for a test installation",
       nothing,
       no,
       {},
       init},

      {"load persons", "loads a file of person records", database, itself, {cpr_file, force_sequence}, load},
      {"load authorities", "loads the authority register", database, itself, reference_file, load},
      {"load roads", "loads the road register", database, itself, reference_file, load},
      {"extract",
       "a customer's changes since its last extract, or the whole register, as a CPR file",
       database,
       itself,
       {kundenr,
        {"--out", result, false, "FILE", "gets its name when it is whole; else standard output"},
        {"--solid", flag, false, "", "solid form, else a line for each record"},
        {"--full", flag, false, "", "the whole register; the change extracts stay where they are"},
        business_date},
       extract},
      {"generate",
       "writes a fictitious population: persons.txt, authorities.txt, roads.txt",
       nothing,
       no,
       {{"--persons", value, true, "N", "how many"},
        {"--seed", value, true, "S", "the same seed gives the same files"},
        {"--out", value, true, "DIR", "where to"}},
       generate_files},

      {"customer add", "a new customer", database, itself, customer_options(true), customer_add},
      {"customer list", "all customers", database, before, {}, customer_list},
      {"customer show", "one customer", database, before, {kundenr}, customer_show},
      {"customer change", "changes what is given", database, itself, customer_options(false), customer_change},

      {"customer subscribe", "persons whose changes the customer's extracts have", database, itself, some_persons,
       customer_subscribe},
      {"customer unsubscribe", "persons whose changes it gets no more", database, itself, some_persons,
       customer_unsubscribe},
      {"customer subscriptions", "the personnummer it subscribes to, one a line", database, before, {kundenr},
       customer_subscriptions},

      {"user add", "a new user; prints its one-time password", pepper, itself,
       with_more(user_rights(true), {password_stdin, business_date}), user_add},
      {"user list",
       "all users, or those of one customer",
       database,
       before,
       {{"--kundenr", value, false, "N", "only this customer's"}},
       user_list},
      {"user show", "one user", database, before, one_user, user_show},
      {"user change", "changes group, authority or language", database, itself,
       with_more(user_rights(false), {business_date}), user_change},
      {"user lock", "ends the user's sessions and lets it log on no more", database, itself, one_user, user_lock},
      {"user unlock", "lets it log on again; five more wrong passwords lock it again", database, itself, one_user,
       user_unlock},
      {"user reset", "a new password; prints a one-time password, ends the sessions", pepper, itself,
       with_more(one_user, {password_stdin, business_date}), user_reset},
      {"user delete", "removes the user and ends its sessions", database, itself, one_user, user_delete},

      {"session list",
       "who is on, since when, when its last message came",
       database,
       before,
       {{"--kundenr", value, false, "N", "only this customer's"},
        {"--user", value, false, "ID", "only this user's"}},
       session_list},
      {"session end",
       "ends a session, or all of a user's",
       database,
       itself,
       {{"SESSION", value, false, "SESSION", "its number in session list"},
        {"--kundenr", value, false, "N", "with --user: the customer of the user"},
        {"--user", value, false, "ID", "all sessions of this user"}},
       session_end},

      {"service close", "closes the service for logons (FEJLNR 04); who is on goes on", database, itself, {},
       service_close},
      {"service open", "opens it again", database, itself, {}, service_open},
      {"service show", "whether anybody may log on", database, no, {}, service_show},

      {"person show", "a person's current records, with what codes mean", database, itself, {pnr}, person_show},
      {"person history", "a person's history and events", database, itself, {pnr}, person_history},

      {"waiting list",
       "events of the waiting register, ascending by VENTENR",
       database,
       itself,
       {{"--state", value, false, "S", "A waits, G approved, E effectuated, X rejected, T withdrawn, F failed"},
        {"--authority", value, false, "MYNKOD", "only what this authority decides, 4 digits"},
        {"--pnr", value, false, "PNR", "only this person's"},
        {"--deadline", value, false, "D", "only those in state A to be decided by this day, yyyy-mm-dd"},
        {"--from", value, false, "VENTENR", "from this number on"},
        {"--max", value, false, "N", "so many at most, 1 to 10000 (100)"}},
       waiting_list},
      {"waiting show", "one event, a move's old address beside the new", database, itself,
       {ventenr, business_date}, waiting_show},
      {"waiting approve", "approves an event: in the register when its date has come", database, itself,
       decision, waiting_decide},
      {"waiting reject", "rejects an event, with the reason", database, itself, decision, waiting_decide},
      {"waiting withdraw", "withdraws an event on its customer's behalf", database, itself, decision, waiting_decide},
      {"effectuate", "the daily run: approved events whose date has come", database, itself, {business_date},
       effectuate},

      {"audit show",
       "the audit log: who, when, what, for what purpose",
       database,
       before,
       {{"--from", value, false, "N", "from this row on"},
        {"--to", value, false, "N", "up to this row"},
        {"--last", value, false, "N", "the last N rows only"},
        {"--since", value, false, "D", "from this day on, yyyy-mm-dd"},
        {"--actor", value, false, "NAME", "what this user or administrator did"}},
       audit_show},
      {"audit person", "the rows that name a person", database, itself, {pnr}, audit_person},
      {"audit verify", "checks the chain of the log from first row to last", database, before, {}, audit_verify},
      {"audit head", "the last row's number and hash", database, no, {}, audit_head},

      {"rules check", "proves a rule table: syntax, types, fields, numbers, rows never reached", database, no,
       {rule_file, business_date}, table_check},
      {"rules load", "proves a rule table and makes it the newest version", database, itself,
       {rule_file, from_day, business_date}, table_load},
      {"rules rollback", "withdraws the newest version", database, itself, {business_date}, table_rollback},
      {"rules list", "the versions and which is in force", database, no, {business_date}, table_versions},
      {"rules show", "the rule table in force, as a file", database, no, {version_number, business_date}, table_show},

      {"rules explain", "which rules fire for event records, and on what they saw", database, itself,
       {event_file,
        {"--group", value, false, "G", "security group of the reporter (KOMMUNE)"},
        {"--authority", value, false, "MYNKOD", "of the reporter, 4 digits (KOMKOD of the keys)"},
        business_date,
        {"--clear", flag, false, "", "shows personnummer in full"}},
       rules_explain},
      {"rules test", "runs tables of cases (the shipped ones), prints those that get other messages", database, itself,
       {{"FILE", files, false, "FILE", "cases: events and the messages that they must get (docs/rules.md)"},
        {"--rules", takes::file, false, "FILE", "rule table that is being prepared, in place of that in force"}},
       rules_test},

      {"groups list", "the rights of the security groups", database, no, {business_date}, groups_list},
      {"groups show", "the table of groups in force, as a file", database, no, {version_number, business_date},
       table_show},
      {"groups check", "proves a table of groups: functions, events, groups that users and rules have", database, no,
       {table_file, business_date}, table_check},
      {"groups load", "proves a table of groups and makes it the newest version", database, itself,
       {table_file, from_day, business_date}, table_load},
      {"groups rollback", "withdraws the newest version", database, itself, {business_date}, table_rollback},
      {"groups versions", "the versions and which is in force", database, no, {business_date}, table_versions},

      {"texts list", "the texts of codes, or of messages", database, no,
       {{"KIND", value, false, "KIND", "codes or messages (codes)"}, business_date}, texts_list},
      {"texts show", "the table of texts in force, as a file", database, no,
       {text_kind, version_number, business_date}, table_show},
      {"texts check", "proves a table of texts: languages, numbers that rules have", database, no,
       {text_kind, table_file, business_date}, table_check},
      {"texts load", "proves a table of texts and makes it the newest version", database, itself,
       {text_kind, table_file, from_day, business_date}, table_load},
      {"texts rollback", "withdraws the newest version", database, itself, {text_kind, business_date}, table_rollback},
      {"texts versions", "the versions and which is in force", database, no, {text_kind, business_date},
       table_versions},

      {"layout list", "the shipped records", nothing, no, {}, layout_list},
      {"layout show", "the offset table of a layout", nothing, no, {layout_name, one_record, copybook_format},
       layout_show},
      {"layout check", "reads a copybook and says what is wrong", nothing, no, {layout_name, copybook_format},
       layout_check},
      {"layout decode",
       "decodes a file of records field by field",
       nothing,
       no,
       {layout_name,
        {"RECORDS", takes::file, true, "RECORDS", "file of records"},
        {"--record", value, false, "NAME", "all records are of this level 01"},
        {"--code-page", value, false, "P", "ISO-8859-1 (at first), IBM277 or IBM1142"},
        {"--framing", value, false, "F", "line, solid, len2, len4, ascii4, llzz, rdw (rdw+self counts itself)"},
        {"--lrecl", value, false, "N", "every record takes N bytes of the file"},
        {"--comp-5", value, false, "ORDER", "bytes of COMP-5: little, or big (at first with EBCDIC)"},
        {"--redefines", flag, false, "", "shows what redefines other items too"},
        copybook_format},
       layout_decode},
      {"layout diff", "what a newer version of a layout breaks", nothing, no,
       {{"BEFORE", value, true, "BEFORE", "the older version: a record, a copybook or a copybook file"},
        {"AFTER", value, true, "AFTER", "the newer version"},
        one_record, copybook_format},
       layout_diff},
      {"layout doc", "a layout as a page of Markdown", nothing, no,
       {layout_name,
        {"--examples", value, false, "FILE", "file of records: the first of each layout is its example"},
        one_record, copybook_format},
       layout_doc},

      {"verify", "reads the whole database and cross-checks it", database, before, {}, verify},
      {"stat", "sizes and counts, and when the disk will be full", database, no, {}, stat},
      {"checkpoint", "takes a checkpoint", database, before, {}, checkpoint},
  };
}

constexpr std::array<command_group, 12> groups{{
    {"load", "CPR's files into the register"},
    {"customer", "the customers"},
    {"user", "the users of the customers"},
    {"session", "who is logged on"},
    {"service", "closed or open for logons"},
    {"person", "looks a person up; audited"},
    {"waiting", "the waiting register, with CPRADM's rights"},
    {"audit", "the log of look-ups and changes"},
    {"rules", "the rule tables and their versions"},
    {"groups", "security groups and their rights"},
    {"texts", "texts of codes and messages"},
    {"layout", "record layouts"},
}};

}  // namespace

std::span<command const> commands() {
  static std::vector<command> const all = make_commands();
  return all;
}

std::span<command_group const> command_groups() { return groups; }

command const* find_command(std::string_view words) {
  for (command const& c : commands())
    if (c.words == words) return &c;
  return nullptr;
}

}  // namespace samspil::admin
