      * Views without a name.
       01 R.
           05 A PIC X(6).
           05 FILLER REDEFINES A.
               10 B PIC 9(2).
               10 C PIC 9(4).
           05 REDEFINES A.
               10 D PIC X(3).
           05 E PIC X.
