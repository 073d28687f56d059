export const certificateProblems = {
  'unknown-certificate-type': 'Danh mục không có loại chứng chỉ này.',
  'unknown-language': 'Danh mục không có ngôn ngữ này.',
  'language-missing': 'Loại chứng chỉ này có ở nhiều ngôn ngữ; hãy ghi ngôn ngữ.',
  'language-differs': 'Loại chứng chỉ này thuộc ngôn ngữ khác ({{expected}}).',
  'day-in-the-future': 'Ngày này chưa tới; không được sau ngày {{latest, date}}.',
  'ends-before-start': 'Ngày hết hạn không thể trước ngày thi.',
  'score-out-of-range': 'Điểm của bài thi này nằm trong khoảng từ {{least, number}} đến {{most, number}}.',
  'score-too-fine': 'Điểm chỉ ghi tới hai chữ số thập phân.',
  'grade-not-understood': 'Loại chứng chỉ này không có mức đó; các mức là {{grades, list}}.',
  'same-person': 'Bạn là người nhập hoặc đính chính sau cùng; cần người thứ hai xác minh.',
  'own-certificate': 'Đây là chứng chỉ của chính bạn; cần người khác xác minh.',
  'unknown-issuer': 'Không có đơn vị cấp này trong danh sách.',
} as const;
