      * A group with tables seen as one text.
       01 R.
           05 A.
               10 B PIC X(3) OCCURS 4.
               10 C PIC S9(4) COMP OCCURS 2.
           05 D REDEFINES A PIC X(16).
           05 E PIC X.
