/**
 * Passwords of ten characters and more that are tried first, in small letters: the head of the published lists, and their Vietnamese
 * sisters. Shorter ones are refused for their length.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `0123456789 0987654321 1111111111 1122334455 123123123123 1234512345 123456123456 1234567890 12345678910 123456789a 1234567890a 12345678900
  123456789abc 12345qwert 1234qwerasdf 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc 9876543210 a123456789 a1b2c3d4e5 aa12345678 abc1234567
  abc123456789 abcd123456 abcd1234567 abcde12345 abcdef1234 abcdefghij admin12345 admin123456 administrator adminadmin anhyeuem123 anhyeuem12345
  asdfghjkl1 asdfghjkl; asdf123456 baseball123 bismillah1 changeme123 chocolate1 computer123 congchuc123 dragon12345 dragonball emyeuanh123 football123
  iloveyou12 iloveyou123 iloveyou1234 iloveyou12345 khongbiet123 khongcomatkhau letmein123 letmein1234 liverpool1 matkhau123 matkhau1234 matkhau12345
  matkhau123456 matkhaumoi matkhaumoi123 matkhau@123 michael123 mypassword p@ssw0rd123 p@ssword123 pass123456 passw0rd123 passw0rd1234 password01
  password10 password11 password12 password123 password1234 password12345 password123456 password@1 password@123 password1! passwordpassword
  princess123 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedc1 qazwsx123456 qazwsxedcrfv qwer123456 qwerty1234 qwerty12345 qwerty123456 qwertyuiop qwertyuiop1
  qwertyuiop123 qweasdzxc1 qweasdzxc123 saigon12345 secret12345 sunshine123 superman123 thaydoimatkhau trustno1234 vietnam123 vietnam1234
  vietnam12345 vietnam123456 welcome123 welcome1234 welcome12345 welcome@123 xinchao123 zaq12wsxcde zxcvbnm123 zxcvbnm1234`.split(/\s+/),
);
