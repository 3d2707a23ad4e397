       01  R.  05 A PIC X.
           05 B PIC X(3). 05 C PIC 9(2) COMP. 05 D.
             10 E PIC X.
       05 F PIC X.
           05 G
           PIC
           X(4)
           OCCURS
           2
           TIMES
           .
           05 H PIC X                                                  .
