       01 R.
           05 I USAGE INDEX.
