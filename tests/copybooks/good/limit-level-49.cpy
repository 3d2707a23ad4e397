      * Fifteen groups down to level 49.
       01 R.
        05 G-1.
         08 G-2.
          11 G-3.
           14 G-4.
            17 G-5.
             20 G-6.
              23 G-7.
               26 G-8.
                29 G-9.
                 32 G-10.
                  35 G-11.
                   38 G-12.
                    41 G-13.
                     44 G-14.
                       49 BUND PIC S9(3)V9 COMP-3.
