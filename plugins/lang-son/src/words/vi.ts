// Vietnamese as data: the words of the manifest, which a file of their own keeps readable.
/** Every word of the plugin in Vietnamese; its keys are those of the others. */
export const vi = {
  title: 'Trực cửa khẩu',
  about: 'Theo dõi các đợt trực cửa khẩu Hữu Nghị, Tân Thanh, Chi Ma và trình độ tiếng Trung của người trực.',

  'permission.dutyRead': 'xem các đợt trực cửa khẩu',
  'permission.dutyManage': 'lập các đợt trực cửa khẩu',
  'page.duties': 'Trực cửa khẩu',

  'gate.huu-nghi': 'Hữu Nghị',
  'gate.tan-thanh': 'Tân Thanh',
  'gate.chi-ma': 'Chi Ma',

  'fact.onGateDuty': 'đang trực cửa khẩu',
  'fact.onGateDuty.holds': 'đang trực cửa khẩu',
  'fact.onGateDuty.fails': 'không trực cửa khẩu',
  'target.gateDutyChinese': 'Người đang trực cửa khẩu đạt bậc 3 tiếng Trung trở lên',

  'report.gates': 'Trực cửa khẩu',
  'column.name': 'Người trực',
  'column.unit': 'Cơ quan, đơn vị',
  'column.gate': 'Cửa khẩu',
  'column.from': 'Từ ngày',
  'column.last': 'Đến hết ngày',
  'column.duties': 'Số đợt trực',
  'column.people': 'Số người',
  'column.days': 'Số ngày-người',

  'act.duty.added': 'Thêm đợt trực cửa khẩu',
  'subject.duty': 'đợt trực cửa khẩu',

  'refusal.unknownPerson': 'Không có người này trong phạm vi của bạn.',
  'refusal.endsBeforeItBegins': 'Ngày cuối phải sau hoặc trùng ngày đầu.',
  'refusal.onDutyAlready': 'Người này đã có đợt trực trong thời gian đó.',
  'refusal.reportNotProved': 'Báo cáo phải có số liệu và kèm minh chứng (văn bản hoặc tệp đính kèm) mới gửi được.',

  'duties.about': 'Ai trực ở cửa khẩu nào, từ ngày nào đến ngày nào.',
  'duties.none': 'Chưa có đợt trực',
  'duties.noneAbout': 'Thêm đợt trực để tính người đang trực cửa khẩu vào mục tiêu của kế hoạch.',
  'duties.add': 'Thêm đợt trực',
  'field.findPerson': 'Gõ họ tên để tìm',
  'field.chooseGate': 'Chọn cửa khẩu',
  'field.nobodyFound': 'Không tìm thấy ai.',
  'field.clear': 'Xóa lựa chọn',
  'action.save': 'Lưu',
  'action.cancel': 'Hủy',
};
