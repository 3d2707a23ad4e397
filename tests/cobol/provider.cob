      *> A provider's batch in COBOL: writes a solid file of requests
      *> for moves (INIT, VALI, GEMH), which samspil-replay --raw
      *> sends, and reads and prints the file of the answers. The
      *> records are the copybooks of layouts/, unchanged.
      *>
      *>   provider write KUNDENR USER MOVES REQUESTS
      *>   provider ask   KUNDENR USER MOVES REQUESTS
      *>   provider read  ANSWERS
      *>
      *> "ask" writes STAT for every reference: what became of it.
      *> Solid files have no records of their own: a byte at a time.
      *> Return code: 0, 4 when an answer was a refusal, 16 when
      *> a file cannot be used or an answer is not what its
      *> LAENGDE and ANTAL-MEDD say.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. PROVIDER.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT MOVES ASSIGN TO MOVES-NAME
               ORGANIZATION LINE SEQUENTIAL FILE STATUS FILE-STATE.
           SELECT REQUESTS ASSIGN TO SOLID-NAME
               ORGANIZATION SEQUENTIAL FILE STATUS FILE-STATE.
           SELECT ANSWERS ASSIGN TO SOLID-NAME
               ORGANIZATION SEQUENTIAL FILE STATUS FILE-STATE.
       DATA DIVISION.
       FILE SECTION.
      *> One move a line; what stands to the right may be left out.
       FD MOVES.
       01 MOVE-LINE.
           05 MOVE-REFERENCE                  PIC X(20).
           05 MOVE-PNR                        PIC X(10).
           05 MOVE-HDTO                       PIC X(8).
           05 MOVE-KOMKOD                     PIC X(4).
           05 MOVE-VEJKOD                     PIC X(4).
           05 MOVE-HUSNR                      PIC X(4).
           05 MOVE-ETAGE                      PIC X(2).
           05 MOVE-SIDEDOER                   PIC X(4).
           05 MOVE-MEDFLYTTER                 PIC X(10) OCCURS 8 TIMES.
       FD REQUESTS.
       01 REQUEST-BYTE                        PIC X.
       FD ANSWERS.
       01 ANSWER-BYTE                         PIC X.
       WORKING-STORAGE SECTION.
           COPY "sams-hoved.cpy".
           COPY "sams-meddelelse.cpy".
           COPY "sams-init.cpy".
           COPY "sams-fly.cpy".
           COPY "sams-kvittering.cpy".
           COPY "sams-stat.cpy".
       01 ARGUMENTS.
           05 TASK                            PIC X(8).
           05 OUR-KUNDENR                     PIC 9(4).
           05 OUR-USER                        PIC X(8).
           05 MOVES-NAME                      PIC X(256).
           05 SOLID-NAME                      PIC X(256).
       01 FILE-STATE                          PIC X(2).
       01 MESSAGE-AREA                        PIC X(99999).
       01 COUNTERS.
           05 I                               PIC 9(6) COMP-5.
           05 BODY-AT                         PIC 9(6) COMP-5.
           05 BODY-LENGTH                     PIC 9(6) COMP-5.
           05 MESSAGES-AT                     PIC 9(6) COMP-5.
           05 SAVED                           PIC 9(6) COMP-5 VALUE 0.
           05 WAITING                         PIC 9(6) COMP-5 VALUE 0.
           05 REFUSED                         PIC 9(6) COMP-5 VALUE 0.
       01 SHOWN                               PIC Z(5)9.
       01 AT-END-OF-FILE                      PIC X VALUE "N".
       PROCEDURE DIVISION.
       MAIN-PART.
           ACCEPT TASK FROM ARGUMENT-VALUE
           EVALUATE TASK
               WHEN "write" WHEN "ask" PERFORM WRITE-REQUESTS
               WHEN "read" PERFORM READ-ANSWERS
               WHEN OTHER
                   DISPLAY "provider write|ask KUNDENR USER MOVES "
                       "REQUESTS, or provider read ANSWERS" UPON SYSERR
                   MOVE 12 TO RETURN-CODE
           END-EVALUATE
           STOP RUN.

      *> ---- requests
       WRITE-REQUESTS.
           ACCEPT OUR-KUNDENR FROM ARGUMENT-VALUE
           ACCEPT OUR-USER FROM ARGUMENT-VALUE
           ACCEPT MOVES-NAME FROM ARGUMENT-VALUE
           ACCEPT SOLID-NAME FROM ARGUMENT-VALUE
           OPEN INPUT MOVES
           PERFORM CHECK-FILE
           OPEN OUTPUT REQUESTS
           PERFORM CHECK-FILE
           PERFORM UNTIL AT-END-OF-FILE = "Y"
               MOVE SPACES TO MOVE-LINE
               READ MOVES AT END MOVE "Y" TO AT-END-OF-FILE
                   NOT AT END
                       IF TASK = "ask" PERFORM WRITE-STAT
                       ELSE PERFORM WRITE-MOVE END-IF
               END-READ
           END-PERFORM
           CLOSE MOVES REQUESTS.

      *> The three messages of a dialogue. TOKEN stays blank and
      *> DIALOGNR zeros: samspil-replay logs on and fills them in.
       WRITE-MOVE.
           MOVE "INIT" TO FUNKTION
           MOVE SPACES TO INIT-ANMODNING
           MOVE "FLY" TO HAENDELSE OF INIT-ANMODNING
           MOVE MOVE-PNR TO PNR OF INIT-ANMODNING
           MOVE MOVE-HDTO TO HDTO OF INIT-ANMODNING
           MOVE MOVE-KOMKOD TO KOMKOD OF INIT-ANMODNING
           MOVE LENGTH OF INIT-ANMODNING TO BODY-LENGTH
           MOVE INIT-ANMODNING TO MESSAGE-AREA(101:BODY-LENGTH)
           PERFORM WRITE-MESSAGE

           MOVE "VALI" TO FUNKTION
           MOVE SPACES TO FLY-DATA
           MOVE MOVE-VEJKOD TO VEJKOD OF FLY-DATA
           MOVE MOVE-HUSNR TO HUSNR OF FLY-DATA
           MOVE MOVE-ETAGE TO ETAGE OF FLY-DATA
           MOVE MOVE-SIDEDOER TO SIDEDOER OF FLY-DATA
           MOVE ZEROS TO ANTAL-MEDFLYTTERE
           PERFORM VARYING I FROM 1 BY 1 UNTIL I > 8
               MOVE ZEROS TO MEDFLYTTER(I)
               IF MOVE-MEDFLYTTER(I) NOT = SPACES
                   MOVE MOVE-MEDFLYTTER(I) TO MEDFLYTTER(I)
                   ADD 1 TO ANTAL-MEDFLYTTERE
               END-IF
           END-PERFORM
           MOVE LENGTH OF FLY-DATA TO BODY-LENGTH
           MOVE FLY-DATA TO MESSAGE-AREA(101:BODY-LENGTH)
           PERFORM WRITE-MESSAGE

           MOVE "GEMH" TO FUNKTION
           MOVE 0 TO BODY-LENGTH
           PERFORM WRITE-MESSAGE.

       WRITE-STAT.
           MOVE "STAT" TO FUNKTION
           MOVE MOVE-REFERENCE TO SOEGT-REFERENCE
           MOVE LENGTH OF STAT-ANMODNING TO BODY-LENGTH
           MOVE STAT-ANMODNING TO MESSAGE-AREA(101:BODY-LENGTH)
           PERFORM WRITE-MESSAGE.

      *> The reference stands in every message of a move, so that
      *> the answers tell to which one they belong.
       WRITE-MESSAGE.
           MOVE "SAMS" TO CPRTRANS
           MOVE "," TO KOMMA
           COMPUTE LAENGDE = LENGTH OF HOVED + BODY-LENGTH
           MOVE 1 TO VERSION
           MOVE OUR-KUNDENR TO KUNDENR
           MOVE OUR-USER TO BRUGER-ID
           MOVE SPACES TO TOKEN
           MOVE MOVE-REFERENCE TO KUNDEREFERENCE
           MOVE ZEROS TO DIALOGNR FEJLNR ANTAL-MEDD
           MOVE SPACE TO KVIT
           MOVE SPACES TO MESSAGE-AREA(1:100)
           MOVE HOVED TO MESSAGE-AREA(1:100)
           MOVE SPACES TO MESSAGE-AREA(91:10)
           PERFORM VARYING I FROM 1 BY 1 UNTIL I > LAENGDE
               WRITE REQUEST-BYTE FROM MESSAGE-AREA(I:1)
           END-PERFORM.

      *> ---- answers
       READ-ANSWERS.
           ACCEPT SOLID-NAME FROM ARGUMENT-VALUE
           OPEN INPUT ANSWERS
           PERFORM CHECK-FILE
           PERFORM READ-BYTES
           PERFORM UNTIL AT-END-OF-FILE = "Y"
               PERFORM PRINT-ANSWER
               PERFORM READ-BYTES
           END-PERFORM
           CLOSE ANSWERS
           MOVE SAVED TO SHOWN
           DISPLAY "in the register " SHOWN WITH NO ADVANCING
           MOVE WAITING TO SHOWN
           DISPLAY ", waiting " SHOWN WITH NO ADVANCING
           MOVE REFUSED TO SHOWN
           DISPLAY ", refusals " SHOWN
           IF REFUSED > 0 MOVE 4 TO RETURN-CODE END-IF.

      *> The next answer into MESSAGE-AREA: its header, which tells
      *> by LAENGDE how much follows.
       READ-BYTES.
           MOVE 100 TO BODY-LENGTH
           PERFORM VARYING I FROM 1 BY 1
                   UNTIL I > BODY-LENGTH OR AT-END-OF-FILE = "Y"
               READ ANSWERS AT END MOVE "Y" TO AT-END-OF-FILE
                   NOT AT END MOVE ANSWER-BYTE TO MESSAGE-AREA(I:1)
               END-READ
               IF I = 100 AND AT-END-OF-FILE = "N"
                   MOVE MESSAGE-AREA(1:100) TO HOVED
                   IF CPRTRANS NOT = "SAMS" OR LAENGDE NOT NUMERIC
                       PERFORM NO-ANSWER
                   END-IF
                   MOVE LAENGDE TO BODY-LENGTH
               END-IF
           END-PERFORM
           IF AT-END-OF-FILE = "Y" AND I > 2 PERFORM NO-ANSWER END-IF.

      *> The body stands there with KVIT O and A alone; whatever
      *> the answer, its MEDDELELSEr end it.
       PRINT-ANSWER.
           DISPLAY KUNDEREFERENCE " " FUNKTION " " KVIT " FEJLNR "
               FEJLNR
           MOVE 101 TO MESSAGES-AT
           IF KVIT = "F" ADD 1 TO REFUSED
           ELSE
               EVALUATE FUNKTION
                   WHEN "INIT" PERFORM PRINT-INIT
                   WHEN "VALI" PERFORM PRINT-VALI
                   WHEN "GEMH" WHEN "STAT" PERFORM PRINT-RECEIPT
               END-EVALUATE
           END-IF
           IF MESSAGES-AT + 120 * ANTAL-MEDD - 1 NOT = LAENGDE
               PERFORM NO-ANSWER
           END-IF
           PERFORM ANTAL-MEDD TIMES
               MOVE MESSAGE-AREA(MESSAGES-AT:120) TO MEDDELELSE
               DISPLAY "   " MEDDNR KLASSE " " FELT FOREKOMST " "
                   FUNCTION TRIM(TEKST TRAILING)
               ADD 120 TO MESSAGES-AT
           END-PERFORM.

       PRINT-INIT.
           MOVE MESSAGE-AREA(101:700) TO STAM
           MOVE MESSAGE-AREA(801:500) TO FLY-AKTUEL
           MOVE 1301 TO MESSAGES-AT
           DISPLAY "   " PNR OF STAM " " ADRNVN OF STAM KOMNVN OF STAM
               FUNCTION TRIM(STANDARDADR OF STAM TRAILING)
           PERFORM VARYING I FROM 1 BY 1 UNTIL I > ANTAL-HUSSTAND
               DISPLAY "   " PNR OF HUSSTAND(I) " "
                   ADRNVN OF HUSSTAND(I) RELATION(I)
           END-PERFORM.

       PRINT-VALI.
           MOVE MESSAGE-AREA(501:600) TO FLY-KLARTEKST
           MOVE 1101 TO MESSAGES-AT
           DISPLAY "   " STANDARDADR OF FLY-KLARTEKST
               POSTNR OF FLY-KLARTEKST " "
               FUNCTION TRIM(POSTDISTTXT OF FLY-KLARTEKST TRAILING)
               ", " FUNCTION TRIM(KOMNVN OF FLY-KLARTEKST TRAILING)
           PERFORM VARYING I FROM 1 BY 1 UNTIL I > 8
               IF MEDFLYTTER-ADRNVN(I) NOT = SPACES
                   DISPLAY "   with " FUNCTION
                       TRIM(MEDFLYTTER-ADRNVN(I) TRAILING)
               END-IF
           END-PERFORM.

       PRINT-RECEIPT.
           MOVE MESSAGE-AREA(101:160) TO KVITTERING
           MOVE 261 TO MESSAGES-AT
           IF REGISTRERING = "R" ADD 1 TO SAVED
           ELSE ADD 1 TO WAITING END-IF
           DISPLAY "   receipt " KVITTERINGSNR " " REGISTRERING
               TILSTAND " " HAENDELSE OF KVITTERING " "
               PNR OF KVITTERING " from " VIRKNINGSDTO.

       CHECK-FILE.
           IF FILE-STATE NOT = "00"
               DISPLAY "provider: a file cannot be opened, status "
                   FILE-STATE UPON SYSERR
               MOVE 16 TO RETURN-CODE
               STOP RUN
           END-IF.

       NO-ANSWER.
           DISPLAY "provider: not an answer, or cut off"
               UPON SYSERR
           CLOSE ANSWERS
           MOVE 16 TO RETURN-CODE
           STOP RUN.
