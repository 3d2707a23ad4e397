      * A picture of fifty characters.
       01 R.
           05 A PIC XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX.
