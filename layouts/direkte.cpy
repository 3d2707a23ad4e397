      * samspil: requests and answers of CPR Direkte (PRIV and OFF4)
      * One request, one answer, then the server closes.
       01 DIREKTE-LOGON.
           05 CPRTRANS                        PIC X(4).
               88 IS-PRIV                     VALUE "PRIV".
               88 IS-OFF4                     VALUE "OFF4".
           05 KOMMA                           PIC X.
           05 KUNDENR                         PIC 9(4).
           05 ABON-TYPE                       PIC X.
               88 IS-LOGON                    VALUE "9".
           05 DATA-TYPE                       PIC X.
               88 LOGON-DATA                  VALUE "0".
           05 BRUGER-ID                       PIC X(8).
           05 KENDEORD                        PIC X(8).
      *    blank: no change
           05 NYT-KENDEORD                    PIC X(8).
       01 DIREKTE-OPSLAG.
           05 CPRTRANS                        PIC X(4).
           05 KOMMA                           PIC X.
           05 KUNDENR                         PIC 9(4).
      *    what becomes of the customer's subscription on PNR
           05 ABON-TYPE                       PIC X.
               88 LEAVE-SUBSCRIPTION          VALUE "0".
               88 SET-SUBSCRIPTION            VALUE "1".
               88 DELETE-SUBSCRIPTION         VALUE "3".
           05 DATA-TYPE                       PIC X.
               88 HEADER-ONLY                 VALUE "0".
               88 HEADER-AND-DATA             VALUE "6".
           05 TOKEN                           PIC X(8).
           05 BRUGER-ID                       PIC X(8).
           05 FEJLNR                          PIC 9(2).
           05 PNR                             PIC X(10).
      * Behind it the records, or the text of the error.
       01 DIREKTE-SVAR.
           05 KUNDENR                         PIC 9(4).
           05 ABON-TYPE                       PIC X.
           05 DATA-TYPE                       PIC X.
           05 TOKEN                           PIC X(8).
           05 BRUGER-ID                       PIC X(8).
           05 FEJLNR                          PIC 9(2).
      *    bytes of the whole answer, these 28 included
           05 DATALEN                         PIC 9(4).
