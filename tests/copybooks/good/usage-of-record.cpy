      * USAGE of a record.
       01 R COMP-3.
           05 A PIC 9(5).
           05 B PIC S9(7)V99 OCCURS 4.
           05 C COMP-3 PIC 9.
       01 S USAGE DISPLAY.
           05 D PIC 9(5).
           05 E PIC X.
