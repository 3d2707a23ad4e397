       01 R.
           05 A PIC X.
       78 MOST VALUE 10.
