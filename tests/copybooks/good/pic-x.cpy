      * Text of all forms.
       01 R.
           05 A PIC X.
           05 B PIC XXX.
           05 C PIC X(20).
           05 D PIC XX.
           05 E PIC A(5).
           05 F PIC AX9.
           05 G PIC X(001).
           05 H PIC A9A9X(2).
