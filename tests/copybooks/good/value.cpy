      * VALUE of each kind.
       01 R.
           05 A PIC X(3) VALUE "ABC".
           05 B PIC X(5) VALUE IS 'it''s'.
           05 C PIC 9(3) VALUE 12.
           05 D PIC S9(3)V99 VALUE -1.5.
           05 E PIC S9(4) COMP VALUE +7.
           05 F PIC S9(5)V99 COMP-3 VALUE 0.01.
           05 G PIC V9(3) VALUE .125.
