      * Edited numbers without sign in a group of SIGN.
       01 R SIGN IS LEADING SEPARATE CHARACTER.
           05 A PIC ZZ9.
           05 B PIC $$,$$9.99.
           05 C PIC S9(3)V99.
           05 D PIC 9(3).
           05 E PIC XBX.
