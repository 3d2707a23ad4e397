      * The currency sign, once and floating.
       01 R.
           05 A PIC $9(3).
           05 B PIC $ZZ9.99.
           05 C PIC $$$,$$9.99.
           05 D PIC +$99.
           05 E PIC $**9.
           05 F PIC $$9CR.
           05 G PIC -$$$9.
           05 H PIC $$.$$.
