// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Vietnamese syllables by the rules of their sounds and spelling: initial × rime × tone. Written for the tests, apart from
// the program's own tables.

// A dot stands before the vowel that carries the tone; "old|new" where the two styles differ. No glide, glide, both apart.
const PLAIN = (
  '.a .ac .ach .ai .am .an .ang .anh .ao .ap .at .au .ay .ăc .ăm .ăn .ăng .ăp .ăt .âc .âm .ân .âng .âp .ât .âu .ây ' +
  '.e .ec .em .en .eng .eo .ep .et .ê .êch .êm .ên .ênh .êp .êt .êu .i .ich .im .in .inh .ip .it .iu .ia i.êc i.êm i.ên ' +
  'i.êng i.êp i.êt i.êu .o .oc .oi .om .on .ong .op .ot .ô .ôc .ôi .ôm .ôn .ông .ôp .ôt .ơ .ơi .ơm .ơn .ơp .ơt .u .uc .ui ' +
  '.um .un .ung .up .ut .ua u.ôc u.ôi u.ôm u.ôn u.ông u.ôt .ư .ưc .ưi .ưng .ưt .ưu .ưa ư.ơc ư.ơi ư.ơm ư.ơn ư.ơng ư.ơp ư.ơt ư.ơu'
).split(' ');
const GLIDE = (
  '.oa|o.a o.ac o.ach o.ai o.an o.ang o.anh o.at o.ay o.ăc o.ăm o.ăn o.ăng o.ăt .oe|o.e o.en o.eo o.et u.ân u.âng u.ât ' +
  'u.ây u.ê u.êch u.ênh .uy|u.y u.ych u.ynh u.yt u.yu u.ya uy.ên uy.êt'
).split(' ');
const INITIALS = ['', 'b', 'ch', 'd', 'đ', 'g', 'gi', 'h', 'k', 'kh', 'l', 'm', 'n', 'ng', 'nh', 'ph', 'r', 's', 't', 'th', 'tr', 'v', 'x'];
const LABIAL = ['b', 'm', 'ph', 'v'];
const Y_OPEN = ['', 'h', 'k', 'l', 'm', 's', 't']; // lý, kỹ, mỹ: y is written beside i
const U_HORNED_O = ['h', 'kh', 'th']; // huơ, thuở
const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const CHECKED = ['', '\u0301', '\u0323']; // and no tone is none of theirs

const front = (rime) => /^\.?[eêiy]/.test(rime);

function spell(initial, rime) {
  if (initial === 'k') return front(rime) ? [`k${rime}`] : [`c${rime}`];
  if (initial === 'g') return [front(rime) ? `gh${rime}` : `g${rime}`];
  if (initial === 'ng') return [front(rime) ? `ngh${rime}` : `ng${rime}`];
  if (initial === 'gi') {
    if (rime === '.i' || rime === '.in') return [`g${rime}`];
    return front(rime) && rime !== 'i.êng' && /i/.test(rime[0] + rime[1]) ? [] : [rime === 'i.êng' ? 'gi.êng' : `gi${rime}`];
  }
  if (initial === '' && /^i\.ê/.test(rime)) return /[cp]$/.test(rime) ? [] : [`y${rime.slice(1)}`]; // yên, yêu; no yêc
  return [initial + rime];
}

function withGlide(initial, rime) {
  if (LABIAL.includes(initial) || initial === 'gi') return [];
  if (initial !== 'k') return [initial + rime];
  const [, after] = rime.split('|').reverse()[0].match(/^\.?[ou](.*)$/); // oan is uan after q
  return [`qu${after}`];
}

function shapes() {
  const found = [];
  for (const initial of INITIALS) {
    for (const rime of PLAIN) found.push(...spell(initial, rime));
    for (const rime of GLIDE) found.push(...withGlide(initial, rime));
    if (Y_OPEN.includes(initial)) found.push(`${initial}.y`);
    if (U_HORNED_O.includes(initial)) found.push(`${initial}u.ơ`);
  }
  return [...found, 'qu.ơ', 'qu.ôc'];
}

function styled(initialAndRime) {
  const [head, tail] = initialAndRime.split('|');
  if (!tail) return [head, head];
  const initial = head.slice(0, head.indexOf('.'));
  return [head, initial + tail];
}

// All syllables: { old, new } in both styles, NFC, and their parts: letters (without the tone), tone, at (which letter of
// the old style carries it).
export function syllables() {
  const all = new Map();
  for (const shape of shapes()) {
    const [old, modern] = styled(shape);
    const put = (form, tone) => {
      const at = form.indexOf('.');
      return form.slice(0, at) + (form[at + 1] + tone).normalize('NFC') + form.slice(at + 2);
    };
    for (const tone of /(?:c|ch|p|t)$/.test(old) ? CHECKED.slice(1) : TONES) {
      all.set(put(old, tone), { old: put(old, tone), new: put(modern, tone), letters: old.replace('.', ''), tone, at: old.indexOf('.') });
    }
  }
  return [...all.values()];
}

// What a person of a commune types: written by hand, to see that the rules above lose nothing.
export const common = (
  'đăng ký khai sinh kết hôn khai tử hộ tịch chứng thực bản sao trích lục căn cước công dân thường trú tạm trú tạm vắng đất đai ' +
  'quyền sử dụng nhà ở giấy phép xây dựng kinh doanh thành lập doanh nghiệp hợp tác xã thuế lệ phí nộp tiền hồ sơ thủ tục hành ' +
  'chính nhận trả quả hẹn ngày tháng năm giờ làm việc bảo hiểm y tế xã hội trợ cấp người cao tuổi khuyết tật nghèo chính sách ' +
  'liệt sĩ thương binh giáo dục trường học bằng tốt nghiệp lái xe ô vận tải đường bộ thủy lý lịch tư pháp xác nhận tình trạng hôn ' +
  'nhân độc thân nuôi con nhận cha mẹ giám hộ thay đổi cải chính bổ sung quốc tịch nước ngoài lao động việc nghỉ thai sản đơn ' +
  'khiếu nại tố cáo phản ánh kiến nghị điện thoại địa chỉ tỉnh huyện phường quận khu phố thôn ấp bình dương phú cường nguyễn ' +
  'trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô thị văn quyết định nghị thông tư luật môi trường rừng biển thuyền cá ' +
  'giống cây trồng vật phân bón thú an toàn thực phẩm rượu thuốc lá quảng cáo biểu diễn di sản đấu thầu gia hạn cấp lại mất hỏng ' +
  'chuyển nhượng thừa kế tặng cho thế chấp xóa tách thửa hợp thửa mục đích khoáng nước thải giếng khoan hòa giải ủy ban nhân dân ' +
  'xuất nhập khẩu giấy tờ mười một trăm nghìn triệu khỏe trẻ em tuổi già quê quán huơ thuở khuya ngoằn ngoèo quýt khuỷu quạnh'
).split(' ');
