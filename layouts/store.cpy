      * samspil: the rows of the database
      * Each value is one of these, DISPLAY bytes as everywhere else.
      * Times named -UTC are yyyyMMddHHmmss and 6 digits of
      * microseconds in UTC; times without are the server's zone.
      *
      * PERSON-ROW: key PNR. Behind it the person's CPR records, one
      * after the other, in ascending type, nothing between.
       01 PERSON-ROW.
           05 LAYOUT-VERSION                  PIC 9(2).
      *    audit sequence of the last change of the records
           05 CHANGED                         PIC 9(15).
      *    audit sequence of the last change in the waiting register
           05 WAITING-CHANGED                 PIC 9(15).
      *    events in state A or G with this person as main person
           05 WAITING-OPEN                    PIC 9(4).
      *    JOURNAL-ROW of the last event that has the person, zeros for
      *    none; the one before it stands there as PREVIOUS-NUMBER
           05 LAST-EVENT                      PIC 9(12).
           05 FILLER                          PIC X(4).
      *
      * CUSTOMER-ROW: key KUNDENR.
       01 CUSTOMER-ROW.
           05 LAYOUT-VERSION                  PIC 9(2).
           05 KUNDENR                         PIC 9(4).
           05 NAME                            PIC X(40).
      *    Y or blank: which families the customer may speak
           05 MAY-SAMS                        PIC X.
           05 MAY-PRIV                        PIC X.
           05 MAY-OFF4                        PIC X.
           05 OPGAVENR                        PIC 9(6).
           05 RECORD-TYPE                     PIC X(3) OCCURS 40 TIMES.
           05 ADDRESS-RANGE                   PIC X(49) OCCURS 16 TIMES.
           05 CERTIFICATE                     PIC X(200).
           05 CHANGED                         PIC 9(15).
           05 FILLER                          PIC X(26).
      *
      * USER-ROW: key KUNDENR and USER-ID.
       01 USER-ROW.
           05 LAYOUT-VERSION                  PIC 9(2).
           05 KUNDENR                         PIC 9(4).
           05 USER-ID                         PIC X(8).
           05 SECURITY-GROUP                  PIC X(8).
           05 MYNKOD                          PIC 9(4).
           05 USER-LANGUAGE                   PIC X(2).
      *    Y when an administrator or the 5th wrong password locked it
           05 LOCKED                          PIC X.
      *    Y: must be changed at the first logon
           05 ONE-TIME                        PIC X.
           05 FAILED-ATTEMPTS                 PIC 9(3).
           05 PASSWORD-CHANGED-UTC            PIC 9(20).
           05 PASSWORD-EXPIRES                PIC 9(8).
           05 LAST-LOGON                      PIC 9(14).
      *    audit sequence of the last change of group or rights
           05 RIGHTS-CHANGED                  PIC 9(15).
      *    PHC form; the newest first, the current one is 1
           05 PASSWORD-HASH                   PIC X(128)
                                              OCCURS 24 TIMES.
           05 FILLER                          PIC X(30).
      *
      * SESSION-ROW: key TOKEN-HASH, SHA-256 of the token in hex.
       01 SESSION-ROW.
           05 LAYOUT-VERSION                  PIC 9(2).
           05 TOKEN-HASH                      PIC X(64).
           05 KUNDENR                         PIC 9(4).
           05 USER-ID                         PIC X(8).
           05 SESSION-NUMBER                  PIC 9(15).
           05 LOGON-UTC                       PIC 9(20).
           05 ENDS-UTC                        PIC 9(20).
           05 NET-ADDRESS                     PIC X(45).
      *    S the dialogue, D CPR Direkte
           05 SESSION-KIND                    PIC X.
               88 OF-SAMS                     VALUE "S".
               88 OF-DIREKTE                  VALUE "D".
           05 FILLER                          PIC X(21).
      *
      * SUBSCRIPTION-ROW: key KUNDENR and PNR.
       01 SUBSCRIPTION-ROW.
           05 LAYOUT-VERSION                  PIC 9(2).
           05 KUNDENR                         PIC 9(4).
           05 PNR                             PIC 9(10).
      *    audit sequence of the setting, or of what was shown with
      *    it: changes behind it are the customer's
           05 SINCE                           PIC 9(15).
           05 FILLER                          PIC X(9).
      *
      * EXTRACT-ROW: key KUNDENR, how far its change extracts have come.
       01 EXTRACT-ROW.
           05 LAYOUT-VERSION                  PIC 9(2).
           05 KUNDENR                         PIC 9(4).
      *    changes up to this audit sequence are in extracts
           05 EXTRACTED-TO                    PIC 9(15).
      *    of the last one, zeros before the first
           05 PRODDTO                         PIC 9(8).
      *    the same of one that was begun and is not known to have
      *    come to its end; zeros: there is none
           05 BEGUN-TO                        PIC 9(15).
           05 BEGUN-PRODDTO                   PIC 9(8).
           05 FILLER                          PIC X(28).
      *
      * FEED-ROW: key KUNDENR, PNR and the audit sequence of a load
      * that brought the person. Behind it the 099 that came along.
       01 FEED-ROW.
           05 LAYOUT-VERSION                  PIC 9(2).
           05 FILLER                          PIC X(2).
      *
      * RECEIPT-ROW: key KUNDENR and KUNDEREFERENCE.
       01 RECEIPT-ROW.
           05 LAYOUT-VERSION                  PIC 9(2).
           05 KUNDENR                         PIC 9(4).
           05 KUNDEREFERENCE                  PIC X(20).
           05 FUNKTION                        PIC X(4).
           05 DIALOGNR                        PIC 9(12).
      *    A decision: its body. GEMH: blank, what was saved stands in
      *    the JOURNAL-ROW that KVITTERING names
           05 BODY                            PIC X(400).
           05 KVITTERING                      PIC X(160).
           05 BRUGER-ID                       PIC X(8).
           05 STORED-UTC                      PIC 9(20).
           05 FILLER                          PIC X(70).
      *
      * WAITING-ROW: key VENTENR.
       01 WAITING-ROW.
           05 LAYOUT-VERSION                  PIC 9(2).
           05 VENTENR                         PIC 9(12).
           05 TILSTAND                        PIC X.
               88 AWAITS-APPROVAL             VALUE "A".
               88 APPROVED                    VALUE "G".
               88 EFFECTUATED                 VALUE "E".
               88 REJECTED                    VALUE "X".
               88 WITHDRAWN                   VALUE "T".
               88 FAILED                      VALUE "F".
           05 EVENT-KEYS                      PIC X(40).
           05 EVENT-DATA                      PIC X(400).
           05 GODKENDES-AF                    PIC 9(4).
           05 MODTAGET                        PIC 9(20).
           05 FRIST                           PIC 9(8).
           05 KUNDENR                         PIC 9(4).
           05 BRUGER-ID                       PIC X(8).
           05 SECURITY-GROUP                  PIC X(8).
           05 USER-MYNKOD                     PIC 9(4).
           05 AFGJORT                         PIC 9(20).
           05 AFGJORT-AF                      PIC X(8).
           05 BEGRUNDELSE                     PIC X(80).
           05 RULE-VERSION                    PIC 9(9).
      *    JOURNAL-ROW of its registration, zeros before
           05 REGISTERED-NUMBER               PIC 9(12).
           05 FILLER                          PIC X(60).
      *
      * JOURNAL-ROW: key NUMBER, which is the KVITTERINGSNR. Behind it
      * TOUCHED-COUNT times JOURNAL-TOUCHED and what it tells of.
       01 JOURNAL-ROW.
           05 LAYOUT-VERSION                  PIC 9(2).
           05 NUMBER-GIVEN                    PIC 9(12).
           05 FUNKTION                        PIC X(4).
      *    R in the register, V in the waiting register
           05 REGISTRERING                    PIC X.
           05 EVENT-KEYS                      PIC X(40).
           05 EVENT-DATA                      PIC X(400).
           05 TIMESTAMPU                      PIC 9(12).
           05 WRITTEN-UTC                     PIC 9(20).
           05 KUNDENR                         PIC 9(4).
           05 BRUGER-ID                       PIC X(8).
           05 VENTENR                         PIC 9(12).
           05 RULE-VERSION                    PIC 9(9).
           05 UNDONE-BY                       PIC 9(12).
           05 AUDIT-SEQUENCE                  PIC 9(15).
           05 TOUCHED-COUNT                   PIC 9(2).
      *    the event before this one that has the main person, zeros for
      *    none
           05 PREVIOUS-NUMBER                 PIC 9(12).
           05 FILLER                          PIC X(35).
      * Behind it the records that the event took away or replaced, as
      * they were; then, 4 digits each, the places that they had among
      * the person's records, and the places that those have that the
      * event put there; the first place is 0.
       01 JOURNAL-TOUCHED.
           05 PNR                             PIC 9(10).
           05 AFLEDTMRK                       PIC X(2).
           05 REMOVED-LENGTH                  PIC 9(6).
           05 REMOVED-COUNT                   PIC 9(4).
           05 ADDED-COUNT                     PIC 9(4).
      *    the event before this one that has the person, zeros for none
           05 PREVIOUS-NUMBER                 PIC 9(12).
      *
      * AUDIT-ROW: key AUDIT-SEQUENCE. Behind it OTHERS-COUNT times a
      * personnummer of 10, the others shown or touched, and then the
      * hash: SHA-256 over the previous row's hash (64 hex digits; 64
      * zeros before the first) and this row up to here, 64 hex digits.
       01 AUDIT-ROW.
           05 LAYOUT-VERSION                  PIC 9(2).
           05 AUDIT-SEQUENCE                  PIC 9(15).
           05 WRITTEN-UTC                     PIC 9(20).
           05 WRITTEN                         PIC 9(20).
      *    C a customer's user, A an administrator, S the server
           05 ACTOR-KIND                      PIC X.
           05 KUNDENR                         PIC 9(4).
      *    the user's id, or the administrator's account name
           05 ACTOR                           PIC X(32).
           05 NET-ADDRESS                     PIC X(45).
      *    first 32 hex digits of the client certificate's SHA-256
           05 CERTIFICATE                     PIC X(32).
      *    FUNKTION, or the administrator's command
           05 FUNCTION-NAME                   PIC X(20).
           05 HAENDELSE                       PIC X(3).
           05 PNR                             PIC X(10).
      *    which data was shown or changed: STAM AKTUEL DATA ...
           05 FIELD-CLASSES                   PIC X(20).
           05 RULE-VERSION                    PIC 9(9).
           05 PURPOSE                         PIC X(20).
           05 DIALOGNR                        PIC 9(12).
           05 NUMBER-GIVEN                    PIC 9(12).
      *    O done, F refused; FEJLNR, and MEDDNR of the first message
           05 OUTCOME                         PIC X.
           05 FEJLNR                          PIC 9(2).
           05 MEDDNR                          PIC 9(4).
      *    more than 1: so many refusals of one address and minute
           05 REPEATED                        PIC 9(9).
           05 NOTE                            PIC X(60).
           05 OTHERS-COUNT                    PIC 9(2).
