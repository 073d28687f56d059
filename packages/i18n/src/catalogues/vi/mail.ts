/** The mails that the product sends: a subject and a plain text each. */
export const mail = {
  frame: 'Kính gửi {{name}},\n\n{{body}}\n\n{{product}}\nThư này do phần mềm gửi tự động, xin không trả lời.',
  invitationSubject: 'Thư mời sử dụng {{product}}',
  invitationBody:
    'Đồng chí được mời sử dụng {{product}}. Để đặt mật khẩu và kích hoạt tài khoản, mời mở liên kết sau trong vòng {{hours}} giờ:\n\n{{link}}\n\nNếu thư này không dành cho đồng chí, xin bỏ qua.',
  addedSubject: 'Đồng chí được cấp quyền trong {{product}}',
  addedBody: 'Tài khoản của đồng chí vừa được cấp quyền làm việc với dữ liệu của thêm một cơ quan. Mời đăng nhập với mật khẩu đang dùng.',
  resetSubject: 'Đặt lại mật khẩu {{product}}',
  resetBody:
    'Có yêu cầu đặt lại mật khẩu cho tài khoản của đồng chí. Để đặt mật khẩu mới, mời mở liên kết sau trong vòng {{hours}} giờ:\n\n{{link}}\n\nNếu đồng chí không yêu cầu, xin bỏ qua thư này; mật khẩu đang dùng vẫn giữ nguyên.',
  passwordChangedSubject: 'Mật khẩu đã được thay đổi',
  passwordChangedBody:
    'Mật khẩu của tài khoản vừa được thay đổi và các phiên đăng nhập khác đã kết thúc.\n\nNếu không phải đồng chí thực hiện, xin báo ngay cho người quản trị.',
  secondFactorChangedSubject: 'Xác thực hai lớp đã thay đổi',
  secondFactorChangedBody:
    'Thiết lập xác thực hai lớp của tài khoản vừa được thay đổi hoặc tắt.\n\nNếu không phải đồng chí thực hiện, xin báo ngay cho người quản trị.',
  exportReadySubject: 'Tệp xuất dữ liệu đã sẵn sàng',
  exportReadyBody: 'Tệp dữ liệu mà đồng chí yêu cầu đã sẵn sàng. Mời tải về tại liên kết sau trước khi liên kết hết hạn:\n\n{{link}}',
  caseDecidedSubject: 'Có kết quả xử lý trên {{product}}',
  caseDecidedBody: 'Nội dung mà đồng chí trình đã được xử lý. Mời xem tại:\n\n{{link}}',
  casesWaitingSubject: 'Có việc cần xử lý trên {{product}}',
  casesWaitingBody: 'Đồng chí có {{waiting}} thông báo về việc cần xử lý. Mời xem tại:\n\n{{link}}',
} as const;
