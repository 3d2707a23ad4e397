       01 R.
           05 A PIC ZZ*9.
