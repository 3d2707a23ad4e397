      * Digits of all forms.
       01 R.
           05 A PIC 9.
           05 B PIC 999.
           05 C PIC 9(18).
           05 D PIC 9(31).
           05 E PIC 99V99.
           05 F PIC V9(3).
           05 G PIC 9(3)V.
           05 H PIC 9(05)V9(02).
