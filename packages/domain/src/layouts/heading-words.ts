// Vietnamese as data: the words that agencies put over their columns, without accents.

/** Words by which the heading of a column is known: the whole heading, or words in it; `never` are words that make it another column. */
export type HeadingWords = { key: string; is: readonly string[]; has?: readonly string[]; never?: readonly string[] };

const ofKin = ['vo', 'chong', 'cha', 'me', 'con', 'nguoi than'];

const period: readonly HeadingWords[] = [
  { key: 'valid_from', is: ['tu ngay', 'tu ngay thang nam', 'ngay bat dau', 'co hieu luc tu'] },
  { key: 'valid_to', is: ['den ngay', 'den het ngay', 'den ngay thang nam', 'ngay ket thuc'] },
];

const idNumber: HeadingWords = {
  key: 'id_number',
  is: ['so dinh danh', 'so dinh danh ca nhan', 'ma dinh danh', 'cccd', 'so cccd', 'so can cuoc', 'can cuoc', 'so can cuoc cong dan', 'can cuoc cong dan', 'cmnd', 'so cmnd', 'so cmt', 'cmt', 'cccd cmnd', 'so cccd cmnd', 'so cccd cmnd dinh danh', 'ma so dinh danh', 'so ddcn', 'dinh danh ca nhan'],
  has: ['dinh danh', 'cccd', 'can cuoc', 'cmnd', 'chung minh nhan dan', 'cmtnd'],
  never: ['ngay cap', 'noi cap', 'ngay', 'noi', 'co quan cap', ...ofKin],
};

/** Of each sheet of the template the words for its columns; the heading of the template itself is known besides. */
export const headingWords: Readonly<Record<'units' | 'posts' | 'people' | 'certificates', readonly HeadingWords[]>> = {
  people: [
    idNumber,
    {
      key: 'full_name',
      is: ['ho va ten', 'ho ten', 'ho va ten cb', 'ho ten cb', 'ho va ten can bo', 'ho ten can bo', 'ho va ten khai sinh', 'ho chu dem va ten', 'ho dem va ten', 'ten can bo', 'ten nhan vien', 'ho va ten cbcc', 'ho va ten cbccvc', 'ho va ten cong chuc', 'ho va ten vien chuc', 'ho ten cbcc', 'ho ten cbccvc'],
      has: ['ho va ten', 'ho ten'],
      never: ['nguoi lap', 'ky', ...ofKin],
    },
    { key: 'birth_date', is: ['ngay sinh', 'nam sinh', 'ngay thang nam sinh', 'sinh ngay', 'sinh nam', 'ngay thang sinh', 'ns'], has: ['ngay thang nam sinh', 'ngay sinh', 'nam sinh'], never: ofKin },
    { key: 'sex', is: ['gioi tinh', 'gioi', 'phai', 'nam nu', 'gt'], has: ['gioi tinh'] },
    { key: 'ethnicity', is: ['dan toc'], has: ['dan toc'], never: ['tieng', 'ngon ngu', 'thieu so'] },
    {
      key: 'unit_code',
      is: ['ma don vi', 'ma co quan', 'don vi', 'don vi cong tac', 'co quan', 'co quan don vi', 'co quan cong tac', 'noi cong tac', 'phong ban', 'phong', 'phong ban don vi', 'don vi su dung', 'ten don vi', 'co quan don vi cong tac', 'phong don vi', 'noi lam viec', 'don vi truc thuoc', 'bo phan', 'don vi cong tac hien nay', 'phong ban cong tac', 'ten co quan don vi', 'truong', 'dv cong tac'],
      has: ['don vi cong tac', 'co quan cong tac', 'noi cong tac', 'phong ban', 'ma don vi', 'co quan don vi'],
      never: ['truoc day', 'cu', 'dang', 'cap', 'dao tao', 'quan ly'],
    },
    { key: 'post_code', is: ['ma vi tri', 'ma vi tri viec lam', 'ma vtvl'] },
    { key: 'kind', is: ['doi tuong', 'loai can bo', 'phan loai', 'can bo cong chuc vien chuc', 'cb cc vc', 'cbccvc', 'loai doi tuong', 'dien can bo', 'la cb cc vc', 'phan loai can bo'], has: ['doi tuong'], never: ['chinh sach', 'boi duong', 'dao tao', 'uu tien'] },
    {
      key: 'rank_code',
      is: ['ma ngach', 'ngach', 'ma so ngach', 'ngach cong chuc', 'ma ngach hang', 'ma ngach cong chuc', 'hang chuc danh nghe nghiep', 'ma so cdnn', 'ma cdnn', 'ngach hang', 'hang cdnn', 'ngach cdnn', 'ngach chuc danh nghe nghiep', 'ma so chuc danh nghe nghiep', 'hang vien chuc', 'chuc danh nghe nghiep', 'ngach hien giu'],
      has: ['ma ngach', 'ma so ngach', 'chuc danh nghe nghiep', 'ngach'],
      never: ['he so', 'bac', 'ngay', 'thoi gian', 'boi duong', 'quan ly nha nuoc', 'thi nang', 'chung chi'],
    },
    {
      key: 'office',
      is: ['chuc vu', 'chuc vu chuc danh', 'chuc danh', 'chuc vu hien tai', 'chuc vu hien nay', 'chuc danh chuc vu', 'chuc vu chinh quyen', 'chuc vu dang giu', 'chuc vu cong tac', 'chuc vu chuc danh dang dam nhiem', 'chuc vu cao nhat'],
      has: ['chuc vu'],
      never: ['dang', 'doan', 'quy hoach', 'ngay', 'thoi gian', 'phu cap', 'cap', 'truoc', 'cu', 'kiem nhiem', 'he so'],
    },
    { key: 'office_rank', is: ['cap chuc vu'] },
    { key: 'leader', is: ['lanh dao quan ly', 'lanh dao', 'la lanh dao', 'vien chuc quan ly', 'cong chuc lanh dao'] },
    { key: 'concurrent', is: ['kiem nhiem', 'la kiem nhiem'] },
    ...period,
    { key: 'planned_rank', is: ['quy hoach cap chuc vu'] },
    { key: 'training_list', is: ['dien quy hoach nang cao nang luc ngoai ngu', 'quy hoach nang cao nang luc ngoai ngu', 'danh sach nang cao nang luc ngoai ngu'] },
    {
      key: 'language_text',
      is: ['trinh do ngoai ngu', 'ngoai ngu', 'chung chi ngoai ngu', 'trinh do ngoai ngu tu khai', 'van bang chung chi ngoai ngu', 'bang chung chi ngoai ngu', 'tdnn', 'cc ngoai ngu', 'trinh do nn', 'ngoai ngu trinh do', 'tieng anh', 'trinh do tieng anh', 'ngoai ngu tieng anh'],
      has: ['trinh do ngoai ngu', 'chung chi ngoai ngu', 'ngoai ngu'],
      never: ['ngay', 'so hieu', 'noi cap', 'nhu cau', 'dang ky', 'mon', 'chua'],
    },
  ],
  certificates: [
    { ...idNumber },
    { key: 'type_code', is: ['loai chung chi', 'ma loai chung chi', 'ten chung chi', 'chung chi', 'loai van bang chung chi', 'van bang chung chi'], has: ['loai chung chi', 'ten chung chi'] },
    { key: 'language_code', is: ['ngoai ngu', 'ngon ngu', 'thu tieng', 'tieng'] },
    { key: 'number', is: ['so hieu', 'so hieu chung chi', 'so chung chi', 'so vao so', 'so hieu van bang'], has: ['so hieu'] },
    { key: 'issuer', is: ['don vi cap', 'noi cap', 'co quan cap', 'to chuc cap', 'noi cap chung chi'], has: ['don vi cap', 'noi cap', 'co quan cap'] },
    { key: 'exam_date', is: ['ngay thi', 'ngay cap', 'ngay thi cap', 'ngay cap chung chi', 'ngay du thi', 'ngay thang cap'], has: ['ngay thi', 'ngay cap'], never: ['cccd', 'can cuoc', 'cmnd'] },
    { key: 'expires_on', is: ['co gia tri den', 'co gia tri den het ngay', 'ngay het han', 'han su dung', 'thoi han', 'het han'], has: ['gia tri den', 'het han'] },
    { key: 'score', is: ['diem', 'diem chung', 'tong diem', 'overall', 'diem tong', 'diem trung binh', 'diem so'] },
    { key: 'listening', is: ['nghe', 'listening', 'diem nghe', 'ky nang nghe'] },
    { key: 'reading', is: ['doc', 'reading', 'diem doc', 'ky nang doc'] },
    { key: 'speaking', is: ['noi', 'speaking', 'diem noi', 'ky nang noi'] },
    { key: 'writing', is: ['viet', 'writing', 'diem viet', 'ky nang viet'] },
    { key: 'grade', is: ['bac', 'trinh do', 'bac ghi tren chung chi', 'hang', 'xep loai', 'cap do', 'bac hang'], has: ['bac hang ghi tren'] },
    { key: 'state', is: ['trang thai', 'tinh trang'] },
    { key: 'decision_level', is: ['bac duoc xac nhan'] },
    { key: 'decision_document', is: ['so van ban xac nhan'] },
    { key: 'decision_date', is: ['ngay xac nhan'] },
  ],
  units: [
    { key: 'code', is: ['ma don vi', 'ma co quan', 'ma', 'ma co quan don vi'] },
    { key: 'name', is: ['ten don vi', 'ten co quan', 'ten co quan don vi', 'don vi', 'co quan don vi', 'ten'] },
    { key: 'parent_code', is: ['ma don vi quan ly', 'ma don vi cap tren', 'don vi cap tren', 'don vi quan ly', 'co quan chu quan', 'ma cap tren', 'truc thuoc', 'co quan quan ly'] },
    { key: 'official_code', is: ['ma hanh chinh', 'ma dvhc', 'ma don vi hanh chinh'] },
    { key: 'tier', is: ['cap', 'cap hanh chinh', 'cap don vi', 'cap chinh quyen'] },
    { key: 'body_kind', is: ['loai co quan', 'loai hinh', 'loai hinh don vi', 'loai don vi', 'khoi'] },
    { key: 'field', is: ['linh vuc', 'ma linh vuc'] },
    { key: 'needs_language', is: ['dia ban linh vuc can ngoai ngu', 'can ngoai ngu'] },
    ...period,
  ],
  posts: [
    { key: 'code', is: ['ma vi tri', 'ma vi tri viec lam', 'ma vtvl'] },
    { key: 'name', is: ['ten vi tri', 'ten vi tri viec lam', 'vi tri viec lam', 'ten vtvl'] },
    { key: 'needs_language', is: ['vi tri can ngoai ngu', 'can ngoai ngu'] },
    { key: 'language_teacher', is: ['giao vien giang vien ngoai ngu', 'giao vien ngoai ngu'] },
    { key: 'language_code', is: ['ngoai ngu yeu cau'] },
    { key: 'level', is: ['bac yeu cau', 'bac ngoai ngu yeu cau'] },
    ...period,
  ],
};

/** Names written over two columns: the first with the family and middle names, the second with the given one. */
export const nameParts = {
  first: ['ho', 'ho dem', 'ho va dem', 'ho lot', 'ho va ten dem', 'ho va chu dem', 'ho chu dem', 'ho ten dem', 'ho va ten lot'],
  second: ['ten', 'ten goi'],
} as const;

/** What a column for men and one for women says of the sex. */
export const sexWords = { man: 'Nam', woman: 'Nữ' } as const;

/** Headings of the running number. */
export const serialWords: readonly string[] = ['stt', 'tt', 'so tt', 'so thu tu', 'no', 'thu tu'];
