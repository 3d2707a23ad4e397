      * An item has another sign than its group.
       01 R SIGN LEADING SEPARATE.
           05 A PIC S9(3).
           05 B PIC S9(3) SIGN TRAILING.
           05 G SIGN LEADING.
               10 C PIC S9(3).
               10 D PIC S9(3) TRAILING SEPARATE.
